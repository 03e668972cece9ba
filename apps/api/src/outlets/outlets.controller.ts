import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { outletFaults, type CommandAnswer, type Outlets } from '@duban/contracts';
import { Keeps, ProblemError, ReadsWhole, type FastifyReply } from '@duban/nest';
import { answerDone, doneOr } from '../commands/command-answer.ts';
import { CommandBodyDto } from '../commands/command-body.dto.ts';
import { FromSender, type Sender } from '../commands/command-headers.ts';
import { envelope, refuseFaults } from '../commands/envelope.ts';
import { SendCommand } from '../commands/send-command.ts';
import { OFFICE, type Office } from '../office/office.ts';

const COMMANDS = { 'pause-outlet': 'PauseOutlet', 'resume-outlet': 'ResumeOutlet' } as const;
type CommandName = keyof typeof COMMANDS;

class OutletParams {
  @ApiProperty({ maxLength: 100, example: 'kafka' })
  @IsString()
  @MaxLength(100)
  readonly outlet!: string;

  @ApiProperty({ enum: Object.keys(COMMANDS), example: 'pause-outlet' })
  @IsIn(Object.keys(COMMANDS))
  readonly name!: CommandName;
}

/** Where events go out, how far they are, and who may hold them back. */
@ApiTags('operations')
@Controller('v1/outlets')
export class OutletsController {
  readonly #office: Office;
  readonly #bus: CommandBus;

  constructor(@Inject(OFFICE) office: Office, bus: CommandBus) {
    this.#office = office;
    this.#bus = bus;
  }

  @Get()
  @ReadsWhole('operations')
  async list(): Promise<Outlets> {
    return { items: await this.#office.outlets.list() };
  }

  /** Body: `{ "data": { "reason": "…" } }`. Nothing is lost while an outlet is paused: events wait in the log. */
  @Post(':outlet/commands/:name')
  @Keeps('operations')
  async command(
    @Param() { outlet, name }: OutletParams,
    @Body() body: CommandBodyDto,
    @FromSender() sender: Sender,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    if (!this.#office.outlets.names.includes(outlet)) throw new ProblemError('not-found');
    const type = COMMANDS[name];
    refuseFaults(outletFaults(body.data));
    const data = { outlet, reason: (body.data as { readonly reason: string }).reason };
    const sent = envelope({ type, data }, sender, body);
    const outcome = await this.#bus.execute(new SendCommand(type, (office) => office.outlets.send(sent)));
    return answerDone(await doneOr(outcome, async () => ({})), reply);
  }
}
