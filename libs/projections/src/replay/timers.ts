import type { DubanEvent, StartedTimer } from '@duban/contracts';
import type { JsonObject, JsonValue } from '@duban/kernel';
import type { LogEntry } from '../fold/log-entry.ts';

type Due = { readonly date: string; readonly provisional: boolean; readonly calendar: string };

const isObject = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const dueOf = (value: JsonValue | undefined): Due | null => {
  if (!isObject(value) || !Array.isArray(value['steps'])) return null;
  const { date, provisional, calendar } = value;
  return typeof date === 'string' && typeof calendar === 'string'
    ? { date, provisional: provisional === true, calendar }
    : null;
};

/** Of a recomputed date, what it was is no timer any more. */
const FORMER = 'before';

type Found = { readonly field: string; readonly due: Due };

const duesIn = (data: JsonObject): readonly Found[] =>
  Object.entries(data).flatMap(([field, value]): readonly Found[] => {
    if (field === FORMER) return [];
    const due = dueOf(value);
    if (due !== null) return [{ field, due }];
    return field === 'next' && isObject(value) ? duesIn(value) : [];
  });

const itemIdIn = (data: JsonObject): string | null => {
  const { itemId } = data;
  return typeof itemId === 'string' ? itemId : null;
};

type Noted = { readonly itemId: string; readonly date: string };

/** The date whose coming or passing an event notes. */
const notedIn = (event: DubanEvent): Noted | null => {
  switch (event.type) {
    case 'DeadlineApproaching':
    case 'DeadlineMissed':
    case 'CoOpinionMissed':
      return { itemId: event.data.itemId, date: event.data.dueDate };
    case 'DueDateRecomputed':
      return { itemId: event.data.itemId, date: event.data.before.date };
    default:
      return null;
  }
};

const keyOf = (itemId: string | null, date: string): string => `${itemId ?? ''}\n${date}`;

/** For each event the timers that it started, with what became of them. */
export const timersOf = (entries: readonly LogEntry[]): ReadonlyMap<string, readonly StartedTimer[]> => {
  const noted = Map.groupBy(
    entries.flatMap(({ event }) => {
      const date = notedIn(event);
      return date === null ? [] : [{ key: keyOf(date.itemId, date.date), revision: event.revision }];
    }),
    ({ key }) => key,
  );
  return new Map(
    entries.map(({ event, stored }) => {
      const itemId = itemIdIn(stored.data);
      const timers = duesIn(stored.data).map(({ field, due }): StartedTimer => {
        const revisions = (noted.get(keyOf(itemId, due.date)) ?? []).map(({ revision }) => revision);
        return { field, itemId, ...due, notedBy: revisions.filter((revision) => revision > event.revision) };
      });
      return [event.id, timers] as const;
    }),
  );
};
