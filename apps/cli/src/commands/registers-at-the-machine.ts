import { referenceCommands, type CommandOutcome, type ReferenceCommands } from '@duban/application';
import type { EventStore } from '@duban/event-store';
import { pauseAfterRace } from '@duban/installation';
import { CodedError } from '@duban/kernel';

/** Commands on registers from the command line: whoever sits at the machine stands for two persons, and the event says so. */
export const registersAtTheMachine = (store: EventStore): ReferenceCommands =>
  referenceCommands({ store, clock: Date, pause: pauseAfterRace, atTheMachine: true });

type Done = Extract<CommandOutcome, { readonly outcome: 'accepted' | 'nothing-to-do' }>;

/** @throws CodedError with the reason of a refusal, for people to read and programs to branch on */
export const doneOr = (outcome: CommandOutcome): Done => {
  if (outcome.outcome === 'accepted' || outcome.outcome === 'nothing-to-do') return outcome;
  if (outcome.outcome === 'rejected')
    throw new CodedError(outcome.rejected, JSON.stringify(outcome.details ?? {}));
  throw new CodedError(outcome.outcome === 'key-reused' ? 'idempotency-key-reuse' : outcome.outcome, '');
};
