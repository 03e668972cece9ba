import type { Grounds, Message } from '@duban/kernel';
import { encodeLaterMembers } from '@duban/contracts';
import type { NewEvent } from '@duban/event-store';
import { commandDigest } from './command-digest.ts';
import type { CommandEnvelope } from './command-envelope.ts';
import { eventIdOf } from './event-identity.ts';
import type { StreamKind } from './stream-kind.ts';

/** Which rules and calendar the decision rested on; kept in the metadata of what it wrote. */
export type DecisionGrounds = {
  readonly occurredAt: string;
  readonly ruleSet: string | null;
  readonly calendar: string | null;
  /** Decision and mandate with the revisions at which their registers were read; left out: as they were sent. */
  readonly judged?: Grounds;
};

/** What one command writes to one stream. Causation defaults to the command itself: the chain has no holes. */
export const newEvents = <Event extends Message>(
  encode: StreamKind<unknown, Message, Event, string>['encode'],
  stream: string,
  sent: CommandEnvelope,
  decided: {
    readonly events: readonly Event[];
    readonly grounds: DecisionGrounds;
    /** Instant of this attempt, UTC with milliseconds. */
    readonly decidedAt: string;
  },
): NewEvent[] => {
  const { judged = sent, ...rested } = decided.grounds;
  const metadata = {
    ...encodeLaterMembers(decided.decidedAt, judged),
    commandId: sent.commandId,
    commandDigest: commandDigest(stream, sent),
    correlationId: sent.correlationId ?? sent.commandId,
    causationId: sent.causationId ?? sent.commandId,
    actor: sent.actor,
    onBehalfOf: sent.onBehalfOf ?? null,
    basis: sent.basis ?? {},
    ...rested,
    ...(sent.traceparent === undefined ? {} : { traceparent: sent.traceparent }),
  };
  return decided.events.map((event, index) => ({
    id: eventIdOf(sent.commandId, index),
    ...encode(event),
    metadata,
  }));
};
