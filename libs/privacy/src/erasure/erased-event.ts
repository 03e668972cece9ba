import { hash } from 'node:crypto';
import { encodeEvent, privacyStream } from '@duban/contracts';
import type { AppendResult, EventWriter, NewEvent } from '@duban/event-store';
import { CodedError, type Position } from '@duban/kernel';
import type { Erasure } from '../vault/erasure-journal.ts';

const eventOf = (erasure: Erasure, fields: number): NewEvent => {
  const { id, person, legalBasis, requestedBy, actor, occurredAt } = erasure;
  const commandId = `erasure-${id}`;
  return {
    id,
    type: 'PersonalDataErased',
    ...encodeEvent({ type: 'PersonalDataErased', data: { person, legalBasis, fields, requestedBy } }),
    metadata: {
      commandId,
      commandDigest: hash('sha256', JSON.stringify([person, legalBasis, requestedBy, actor, occurredAt])),
      correlationId: commandId,
      causationId: commandId,
      actor,
      onBehalfOf: null,
      basis: { article: legalBasis },
      occurredAt,
      ruleSet: null,
      calendar: null,
    },
  };
};

const positionOf = (result: AppendResult, person: string): Position => {
  if (result.outcome === 'appended' || result.outcome === 'repeated') return result.position;
  throw new CodedError('event.id-taken', `the erasure of ${person} is in the log with another content`);
};

/** Its ids come from the journal, so a repetition after a crash is recognised by the log itself. */
export const appendErased = async (
  store: EventWriter,
  erasure: Erasure,
  fields: number,
): Promise<Position> => {
  const event = eventOf(erasure, fields);
  return positionOf(await store.append(privacyStream(erasure.person), [event], 'any'), erasure.person);
};
