import { Body, Controller, Get, Param, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { outletFaults, type CommandAnswer, type Outlets } from '@duban/contracts';
import { Keeps, ReadsWhole, type FastifyReply } from '@duban/nest';
import { answerDone, doneOr } from '../http/command-answer.ts';
import { CommandBodyDto } from '../http/command-body.dto.ts';
import { FromSender, type Sender } from '../http/command-headers.ts';
import { envelope, refuseFaults } from '../http/envelope.ts';
import { HoldOutlet } from './hold-outlet.command.ts';
import { ListOutlets } from './list-outlets.query.ts';

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
  readonly #commands: CommandBus;
  readonly #queries: QueryBus;

  constructor(commands: CommandBus, queries: QueryBus) {
    this.#commands = commands;
    this.#queries = queries;
  }

  @Get()
  @ReadsWhole('operations')
  list(): Promise<Outlets> {
    return this.#queries.execute(new ListOutlets());
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
    const type = COMMANDS[name];
    refuseFaults(outletFaults(body.data));
    const data = { outlet, reason: (body.data as { readonly reason: string }).reason };
    const sent = envelope({ type, data }, sender, body);
    const outcome = await this.#commands.execute(new HoldOutlet(sent));
    return answerDone(await doneOr(outcome, async () => ({})), reply);
  }
}
