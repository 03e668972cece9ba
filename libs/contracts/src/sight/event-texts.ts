import {
  correctingEvents,
  stepEvents,
  type EventRecord,
  type StepEvent,
  type TextReaders,
} from '@duban/domain';
import { eventEntries } from '../events/event-registry.ts';
import { freeTextsIn } from './free-text-paths.ts';
import type { TextPlace } from './text-tree.ts';

type Said = Pick<EventRecord<StepEvent>, 'personal' | 'textsSeenBy'>;

const records = new Map<string, Said>(stepEvents);

const placesOf = ({ type, schemas }: (typeof eventEntries)[number]): readonly TextPlace[] => {
  const { personal = {}, textsSeenBy = {} } = records.get(type) ?? {};
  const said = new Map<string, TextReaders>(Object.entries(textsSeenBy));
  const free = schemas.flatMap(({ schema }) => freeTextsIn(schema)).map((path) => path.join('.'));
  const paths = new Set([...free, ...Object.keys(personal), ...said.keys()]);
  return [...paths].map((path) => ({ path: path.split('.'), readers: said.get(path) ?? 'parties' }));
};

/**
 * The texts of an event of a case, in whatever version it was stored, and who reads each: everything that is not skeleton. What a
 * correction repeats is a text where it repeats one; that its record cannot say (`correctionSeen`).
 */
export const eventTextPlaces: ReadonlyMap<string, readonly TextPlace[]> = new Map(
  eventEntries
    .filter(({ category }) => category === 'case')
    .map((entry) => [
      entry.type,
      placesOf(entry).filter(
        ({ path: [first] }) => !correctingEvents.includes(entry.type) || first === 'reason',
      ),
    ]),
);
