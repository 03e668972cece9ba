import { Body, Controller, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { maySend, OPENING, type SentCaseCommand } from '@duban/application';
import { commandFaults, commandNames, commandSaid, type CommandAnswer } from '@duban/contracts';
import { ProblemError, SendsCaseCommand, type FastifyReply } from '@duban/nest';
import type { EventStore } from '@duban/event-store';
import { answerDone, doneOr } from '../http/command-answer.ts';
import { CommandBodyDto } from '../http/command-body.dto.ts';
import { FromSender, type Sender } from '../http/command-headers.ts';
import { envelope, refuseFaults } from '../http/envelope.ts';
import { reservedNames } from '../http/reserved-names.ts';
import { EVENT_STORE } from '../ports/ports.ts';
import { CaseCommandParams } from './case-command.params.ts';
import { refusalState } from './refusal-state.ts';
import { SendCaseCommand } from './send-case-command.ts';

/** Every command on a case by one method: the table of commands says what there is and who may send it. */
@ApiTags('commands')
@Controller('v1/cases')
export class CaseCommandsController {
  readonly #bus: CommandBus;
  readonly #store: EventStore;

  constructor(bus: CommandBus, @Inject(EVENT_STORE) store: EventStore) {
    this.#bus = bus;
    this.#store = store;
  }

  @Post(':caseId/commands/:name')
  @SendsCaseCommand()
  async send(
    @Param() params: CaseCommandParams,
    @Body() body: CommandBodyDto,
    @FromSender() sender: Sender,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const { caseId } = params;
    const sent = this.#checked(params, body, sender);
    const outcome = await this.#bus.execute(new SendCaseCommand(caseId, sent));
    const done = await doneOr(outcome, () => refusalState(this.#store, caseId, sender.principal, sent.data));
    return answerDone(done, reply, sent.type === OPENING ? `/v1/cases/${caseId}` : undefined);
  }

  #checked({ name }: CaseCommandParams, body: CommandBodyDto, sender: Sender): SentCaseCommand {
    const type = commandNames.get(name);
    if (type === undefined) throw new ProblemError('not-found');
    // Whoever only transcribes is let in for the sake of a paper.
    if ((body.paper ?? null) === null && !maySend(sender.principal.role, type))
      throw new ProblemError('forbidden');
    const data = commandSaid(type, body.data);
    refuseFaults([...commandFaults(type, data), ...reservedNames(data)]);
    return envelope({ type, data }, sender, body);
  }
}
