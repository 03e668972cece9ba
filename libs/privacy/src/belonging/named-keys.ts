import type { EventReader } from '@duban/event-store';
import { comparePositions, LOG_START, type Position } from '@duban/kernel';
import { ringsIn } from '../field/rings-in.ts';

/** As it is stored, encrypted. */
export type RawReads = Pick<EventReader, 'readLog' | 'head'>;

/** An event that needs keys, and where to begin reading so that it comes first. */
export type Anchor = { readonly after: Position; readonly position: Position; readonly key: string };

export type NamedKeys = {
  /** How many texts of a stretch of the log need which keys, by their `k`. */
  readonly rings: ReadonlyMap<string, number>;
  readonly keys: ReadonlySet<string>;
  /** The last event that needs one. */
  readonly last: Anchor | null;
  readonly events: number;
};

const PAGE = 1_000;

/** Ids of the keys that a `k` is made of. */
export const keysOf = (k: string): readonly string[] => k.split('+');

/** Looks through the log from a place to its end. Some microseconds for each event. */
export const namedKeys = async (raw: RawReads, from: Position = LOG_START): Promise<NamedKeys> => {
  const rings = new Map<string, number>();
  const head = await raw.head();
  let last: Anchor | null = null;
  let events = 0;
  for (let after = from; comparePositions(after, head) < 0;) {
    const page = await raw.readLog({ after, limit: PAGE });
    let before = after;
    for (const { data, position } of page.events) {
      const found = ringsIn(data);
      for (const k of found) rings.set(k, (rings.get(k) ?? 0) + 1);
      const [key] = found.flatMap(keysOf);
      if (key !== undefined) last = { after: before, position, key };
      before = position;
    }
    events += page.events.length;
    after = page.next;
  }
  return { rings, keys: new Set([...rings.keys()].flatMap(keysOf)), last, events };
};

/** Whether the log still has this event at this place. */
export const stands = async (raw: RawReads, { after, position, key }: Anchor): Promise<boolean> => {
  if (comparePositions(after, await raw.head()) >= 0) return false;
  const [event] = (await raw.readLog({ after, limit: 1 })).events;
  return event?.position === position && ringsIn(event.data).some((k) => keysOf(k).includes(key));
};
