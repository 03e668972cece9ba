import type { Clock } from '@duban/kernel';
import type { StatedTime } from '@duban/domain';
import type { CommandEnvelope } from './command-envelope.ts';
import { legalDateOf, legalDateOfInstant, legalTimeOf } from './legal-time.ts';

/**
 * What a command says about its time, beside the time at which it is decided.
 * @throws CodedError `command.occurred-at` for what is no instant
 */
export const statedTimeOf = (
  { actor, basis = {}, occurredAt }: Pick<CommandEnvelope, 'actor' | 'basis' | 'occurredAt'>,
  clock: Clock,
): StatedTime => {
  const time = clock.now();
  const now = legalTimeOf(time);
  const stated = occurredAt ?? now;
  return {
    actor,
    basis,
    occurredAt: stated,
    occurredOn: legalDateOfInstant(stated),
    now,
    today: legalDateOf(time),
  };
};
