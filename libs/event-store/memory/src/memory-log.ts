import {
  type EncodedAppend,
  type EncodedEvent,
  numberedPosition,
  type StoredEvent,
  type WakeBell,
} from '@duban/event-store';

type Row = EncodedEvent & { readonly stream: string; readonly revision: number; readonly recordedAt: string };
type Command = { readonly stream: string; readonly digest: string; readonly numbers: readonly number[] };

/** What a disk would keep: pass the same log to several stores to play several processes or a restart. */
export type MemoryLog = {
  /** The event with number n is at n - 1. */
  readonly rows: Row[];
  readonly streams: Map<string, number[]>;
  readonly commands: Map<string, Command>;
  readonly ids: Set<string>;
  readonly bells: Set<WakeBell>;
};

export const createMemoryLog = (): MemoryLog => ({
  rows: [],
  streams: new Map(),
  commands: new Map(),
  ids: new Set(),
  bells: new Set(),
});

/** Events are kept as text and parsed at every read, so that readers and writers never share an object. */
export const storedAt = (log: MemoryLog, number: number): StoredEvent => {
  const row = log.rows[number - 1];
  if (row === undefined) throw new RangeError(`no event has number ${number}`);
  const { id, type, schemaVersion, stream, revision, recordedAt } = row;
  const metadata = { ...(JSON.parse(row.metadata) as StoredEvent['metadata']), recordedAt };
  const data = JSON.parse(row.data) as StoredEvent['data'];
  return { id, type, schemaVersion, stream, revision, position: numberedPosition(number), data, metadata };
};

/** Synchronous, hence atomic. Answers the numbers given. */
export const addRows = (log: MemoryLog, append: EncodedAppend, now: number): readonly number[] => {
  const recordedAt = laterOf(new Date(now).toISOString(), log.rows.at(-1)?.recordedAt);
  const inStream = log.streams.get(append.stream) ?? [];
  const numbers = append.events.map((event) => {
    log.rows.push({ ...event, stream: append.stream, revision: inStream.length, recordedAt });
    log.ids.add(event.id);
    inStream.push(log.rows.length);
    return log.rows.length;
  });
  log.streams.set(append.stream, inStream);
  log.commands.set(append.commandId, { stream: append.stream, digest: append.commandDigest, numbers });
  return numbers;
};

const laterOf = (now: string, last: string | undefined): string =>
  last !== undefined && last > now ? last : now;
