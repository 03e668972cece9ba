import { Body, Controller, Param, Post, Put, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { CommandOutcome } from '@duban/application';
import {
  organCommandNames,
  referenceFaults,
  referenceSaid,
  type CommandAnswer,
  type ReferenceCommandType,
} from '@duban/contracts';
import type { CalendarCommand, OrganCommand, RuleSetCommand } from '@duban/domain';
import { Keeps, ProblemError, type FastifyReply } from '@duban/nest';
import type { Office } from '../office/office.ts';
import { answerDone, doneOr } from './command-answer.ts';
import { CommandBodyDto } from './command-body.dto.ts';
import { FromSender, type Sender } from './command-headers.ts';
import { envelope, refuseFaults } from './envelope.ts';
import { OrganCommandParams, RegionParams } from './reference-command.params.ts';
import { SendCommand } from './send-command.ts';

type Send = (office: Office) => Promise<CommandOutcome>;
/** How a command is sent whose data has been found to fit. */
type SendOf = (type: ReferenceCommandType, said: object) => Send;

/** Calendars, rule sets and organs: what all cases lean on, kept by the same pipeline as the cases. */
@ApiTags('reference')
@Controller('v1')
export class ReferenceCommandsController {
  readonly #bus: CommandBus;

  constructor(bus: CommandBus) {
    this.#bus = bus;
  }

  @Post('calendars/:region/years')
  @Keeps('reference')
  publishYear(
    @Param() { region }: RegionParams,
    @Body() body: CommandBodyDto,
    @FromSender() sender: Sender,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return this.#send('PublishCalendarYear', body, reply, (type, said) => {
      const command = { type, data: { region, ...said } } as CalendarCommand;
      return ({ references }) => references.calendar(envelope(command, sender, body));
    });
  }

  @Put('calendars/:region/years')
  @Keeps('reference')
  correctYear(
    @Param() { region }: RegionParams,
    @Body() body: CommandBodyDto,
    @FromSender() sender: Sender,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return this.#send('CorrectCalendarYear', body, reply, (type, said) => {
      const command = { type, data: { region, ...said } } as CalendarCommand;
      return ({ references }) => references.calendar(envelope(command, sender, body));
    });
  }

  @Post('rule-sets')
  @Keeps('reference')
  publishRuleSet(
    @Body() body: CommandBodyDto,
    @FromSender() sender: Sender,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    return this.#send('PublishRuleSet', body, reply, (type, said) => {
      const command = { type, data: said } as RuleSetCommand;
      return ({ references }) => references.ruleSet(envelope(command, sender, body));
    });
  }

  @Post('organs/:organId/commands/:name')
  @Keeps('reference')
  async organ(
    @Param() { organId, name }: OrganCommandParams,
    @Body() body: CommandBodyDto,
    @FromSender() sender: Sender,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const type = organCommandNames.get(name);
    if (type === undefined) throw new ProblemError('not-found');
    return this.#send(type, body, reply, (named, said) => {
      const command = { type: named, data: { organId, ...said } } as OrganCommand;
      return ({ references }) => references.organ(envelope(command, sender, body));
    });
  }

  async #send(
    type: ReferenceCommandType,
    body: CommandBodyDto,
    reply: FastifyReply,
    sendOf: SendOf,
  ): Promise<CommandAnswer> {
    const said = referenceSaid(type, body.data);
    refuseFaults(referenceFaults(type, said));
    const outcome = await this.#bus.execute(new SendCommand(type, sendOf(type, said)));
    return answerDone(await doneOr(outcome, async () => ({})), reply);
  }
}
