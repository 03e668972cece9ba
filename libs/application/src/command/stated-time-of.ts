import type { StatedTime } from '@duban/domain';
import type { CommandEnvelope } from './command-envelope.ts';
import { instantOf, legalDateOf, legalDateOfInstant, legalTimeOf } from './legal-time.ts';

/**
 * What a command says about its time, beside the time at which it is decided, in epoch milliseconds.
 * @throws CodedError `command.occurred-at` for what is no instant
 */
export const statedTimeOf = (
  { actor, basis = {}, occurredAt }: Pick<CommandEnvelope, 'actor' | 'basis' | 'occurredAt'>,
  decidedAt: number,
): StatedTime => {
  const stated = occurredAt ?? legalTimeOf(decidedAt);
  return {
    actor,
    basis,
    occurredAt: stated,
    occurredOn: legalDateOfInstant(stated),
    decidedAt: instantOf(decidedAt),
    decidedOn: legalDateOf(decidedAt),
  };
};
