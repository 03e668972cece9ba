import { hash } from 'node:crypto';
import { encodeEvent, encodeLaterMembers, privacyStream } from '@duban/contracts';
import type { AppendResult, EventReader, EventWriter, NewEvent, StoredEvent } from '@duban/event-store';
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
      // It was decided when it was asked for; what a crash left is carried out by the same decision.
      ...encodeLaterMembers(new Date(occurredAt).toISOString(), {}),
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

/** Where the log has this very erasure already, whoever wrote it there; null where it has not. */
export const erasedInTheLog = async (
  raw: Pick<EventReader, 'readStream'>,
  { id, person }: Pick<Erasure, 'id' | 'person'>,
): Promise<StoredEvent | null> => {
  for (let from: number | null = 0; from !== null;) {
    const page = await raw.readStream(privacyStream(person), { from });
    const written = page.events.find((event) => event.id === id);
    if (written !== undefined) return written;
    from = page.next;
  }
  return null;
};

/** Its ids come from the journal, so a repetition after a crash is recognised by the log itself. */
export const appendErased = async (
  log: { readonly raw: Pick<EventReader, 'readStream'>; readonly store: EventWriter },
  erasure: Erasure,
  fields: number,
): Promise<Position> => {
  const known = await erasedInTheLog(log.raw, erasure);
  if (known !== null) return known.position;
  const event = eventOf(erasure, fields);
  return positionOf(await log.store.append(privacyStream(erasure.person), [event], 'any'), erasure.person);
};
