import { correctingEvents } from '@duban/domain';
import type { EventReader, NewEvent, StoredEvent } from '@duban/event-store';
import { ringsIn } from '../field/rings-in.ts';
import type { FieldsOf } from '../field/personal-fields.ts';
import type { Keyring } from '../vault/vault.port.ts';

const targetOf = ({ type, data }: NewEvent): string | null =>
  correctingEvents.includes(type) && typeof data['targetEventId'] === 'string' ? data['targetEventId'] : null;

const findIn = async (
  raw: Pick<EventReader, 'readStream'>,
  stream: string,
  wanted: ReadonlySet<string>,
): Promise<readonly StoredEvent[]> => {
  const found: StoredEvent[] = [];
  for (let from: number | null = 0; from !== null;) {
    const page: Awaited<ReturnType<EventReader['readStream']>> = await raw.readStream(stream, { from });
    found.push(...page.events.filter(({ id }) => wanted.has(id)));
    from = page.next;
  }
  return found;
};

/**
 * A correction repeats words of the event that it corrects, so they belong to the same people: who they are is read
 * from the keys of that event. Without corrections nothing is read, and the answer is `fieldsOf` itself.
 */
export const withCorrectedPersons = async (
  raw: Pick<EventReader, 'readStream'>,
  keyring: Keyring,
  stream: string,
  { events, fieldsOf }: { readonly events: readonly NewEvent[]; readonly fieldsOf: FieldsOf },
): Promise<FieldsOf> => {
  const targets = new Set(events.flatMap((event) => targetOf(event) ?? []));
  const found = await findIn(raw, stream, targets);
  const personsOf = new Map(
    found.map(({ id, data }) => [
      id,
      ringsIn(data)
        .flatMap((k) => keyring.subjectsOf(k))
        .filter((subject) => subject.startsWith('person:')),
    ]),
  );
  return (event) => {
    const corrected = personsOf.get(targetOf(event) ?? '') ?? [];
    return fieldsOf(event).map(({ path, persons }) => ({ path, persons: [...persons, ...corrected] }));
  };
};

export const isCorrection = (event: NewEvent): boolean => targetOf(event) !== null;
