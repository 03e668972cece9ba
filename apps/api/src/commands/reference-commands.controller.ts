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
    const command = {
      type: 'PublishCalendarYear',
      data: { region, ...referenceSaid('PublishCalendarYear', body.data) },
    } as CalendarCommand;
    const sent = envelope(command, sender, body);
    return this.#send('PublishCalendarYear', body, (office) => office.references.calendar(sent), reply);
  }

  @Put('calendars/:region/years')
  @Keeps('reference')
  correctYear(
    @Param() { region }: RegionParams,
    @Body() body: CommandBodyDto,
    @FromSender() sender: Sender,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const command = {
      type: 'CorrectCalendarYear',
      data: { region, ...referenceSaid('CorrectCalendarYear', body.data) },
    } as CalendarCommand;
    const sent = envelope(command, sender, body);
    return this.#send('CorrectCalendarYear', body, (office) => office.references.calendar(sent), reply);
  }

  @Post('rule-sets')
  @Keeps('reference')
  publishRuleSet(
    @Body() body: CommandBodyDto,
    @FromSender() sender: Sender,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const sent = envelope(
      { type: 'PublishRuleSet', data: referenceSaid('PublishRuleSet', body.data) } as RuleSetCommand,
      sender,
      body,
    );
    return this.#send('PublishRuleSet', body, (office) => office.references.ruleSet(sent), reply);
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
    const sent = envelope(
      { type, data: { organId, ...referenceSaid(type, body.data) } } as OrganCommand,
      sender,
      body,
    );
    return this.#send(type, body, (office) => office.references.organ(sent), reply);
  }

  async #send(
    type: ReferenceCommandType,
    body: CommandBodyDto,
    send: Send,
    reply: FastifyReply,
  ): Promise<CommandAnswer> {
    refuseFaults(referenceFaults(type, referenceSaid(type, body.data)));
    const outcome = await this.#bus.execute(new SendCommand(type, send));
    return answerDone(await doneOr(outcome, async () => ({})), reply);
  }
}
