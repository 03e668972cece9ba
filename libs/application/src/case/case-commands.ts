import type { Clock } from '@duban/kernel';
import { decodeEventOf } from '@duban/contracts';
import {
  caseDecider,
  caseStream,
  type CaseCommand,
  type CaseCommandType,
  type CaseEvent,
  type CaseRejection,
  type CaseState,
  type CommandContext,
} from '@duban/domain';
import type { CommandEnvelope } from '../command/command-envelope.ts';
import { commandHandler, type CommandHandlerPorts } from '../command/command-handler.ts';
import type { CommandOutcome } from '../command/command-outcome.ts';
import { legalDateOf, legalDateOfInstant, legalTimeOf } from '../command/legal-time.ts';
import { encodeThroughRegistry, type StreamKind } from '../command/stream-kind.ts';
import type { ReferenceSource } from '../reference/reference-data.ts';

export const caseKind: StreamKind<CaseState, CaseCommand, CaseEvent, CaseRejection> = {
  decider: caseDecider,
  encode: encodeThroughRegistry,
  decode: decodeEventOf('case'),
};

/** What the edge hands over for a case: the command's name and data, checked for shape but not yet for meaning. */
export type SentCaseCommand = CommandEnvelope<{ readonly type: CaseCommandType; readonly data: object }>;

export type CaseCommands = (caseId: string, sent: SentCaseCommand) => Promise<CommandOutcome<CaseRejection>>;

const contextOf = async (
  reference: ReferenceSource,
  clock: Clock,
  sent: SentCaseCommand,
): Promise<CommandContext> => {
  const now = clock.now();
  const occurredAt = sent.occurredAt ?? legalTimeOf(now);
  const { calendar, ruleSets, ruleSetOn } = await reference.current();
  const occurredOn = legalDateOfInstant(occurredAt);
  return {
    actor: sent.actor,
    onBehalfOf: sent.onBehalfOf ?? null,
    basis: sent.basis ?? {},
    occurredAt,
    occurredOn,
    today: legalDateOf(now),
    calendar,
    currentRuleSet: ruleSetOn(occurredOn) ?? '',
    ruleSets,
  };
};

/** Commands on cases: fetches rules and calendar first, then decides on values alone. */
export const caseCommands = (
  ports: CommandHandlerPorts & { readonly clock: Clock; readonly reference: ReferenceSource },
): CaseCommands => {
  const handle = commandHandler(ports, caseKind);
  return async (caseId, sent) => {
    const context = await contextOf(ports.reference, ports.clock, sent);
    return handle({
      stream: caseStream(caseId),
      sent,
      command: { type: sent.type, data: sent.data, context } as CaseCommand,
      grounds: {
        occurredAt: context.occurredAt,
        ruleSet: context.currentRuleSet,
        calendar: context.calendar.version,
      },
    });
  };
};
