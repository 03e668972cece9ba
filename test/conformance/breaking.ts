import { type JsonObject, LOG_START, type Position } from '@duban/kernel';
import {
  type AppendResult,
  type ExpectedRevision,
  type LogPage,
  type NewEvent,
  numberedPosition,
  numberOf,
  type ReadLogOptions,
  type ReadStreamOptions,
  type StoredEvent,
  type StreamPage,
} from '@duban/event-store';
import type { MemoryLog } from '@duban/event-store-memory';
import type { Backstage, Breakage } from './memory-log-factory.ts';

export type Append = { stream: string; events: readonly NewEvent[]; expected: ExpectedRevision };
type Appending = (
  append: Append,
  go: (append?: Partial<Append>) => Promise<AppendResult>,
  stage: Backstage,
) => Promise<AppendResult>;

export const tick = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

export const breakAppend =
  (around: Appending): Breakage =>
  (store, stage) => ({
    ...store,
    append: (stream, events, expected) => {
      const whole = { stream, events, expected };
      const go = (changed: Partial<Append> = {}) => {
        const append = { ...whole, ...changed };
        return store.append(append.stream, append.events, append.expected);
      };
      return around(whole, go, stage);
    },
  });

export const breakLog =
  (around: (page: LogPage, options: ReadLogOptions, stage: Backstage) => LogPage): Breakage =>
  (store, stage) => ({
    ...store,
    readLog: async (options = {}) => around(await store.readLog(options), options, stage),
  });

export const breakStream =
  (around: (page: StreamPage, options: ReadStreamOptions, stage: Backstage) => StreamPage): Breakage =>
  (store, stage) => ({
    ...store,
    readStream: async (stream, options = {}) =>
      around(await store.readStream(stream, options), options, stage),
  });

/** The store takes what it should refuse, because it changes it silently first. */
export const breakData = (change: (data: JsonObject) => JsonObject): Breakage =>
  breakAppend(({ events }, go) =>
    go({ events: events.map((event) => ({ ...event, data: change(event.data) })) }),
  );

/** Applies `change` to every value inside; a loop ends where it closes. */
export const deeply = (change: (value: unknown) => unknown) => {
  const walk = (value: unknown, above: readonly unknown[]): unknown => {
    const changed = change(value);
    if (typeof changed !== 'object' || changed === null || above.includes(changed)) return changed;
    if (Object.getPrototypeOf(changed) !== Object.prototype && !Array.isArray(changed)) return changed;
    const inside = [...above, changed];
    if (Array.isArray(changed)) return changed.map((item) => walk(item, inside));
    return Object.fromEntries(
      Object.entries(changed).map(([key, item]) => [change(key), walk(item, inside)]),
    );
  };
  return (data: JsonObject): JsonObject => walk(data, []) as JsonObject;
};

/** The same events under another command and other ids: what a store without idempotency would write. */
export const asAnotherCommand = (events: readonly NewEvent[]): readonly NewEvent[] => {
  const commandId = globalThis.crypto.randomUUID();
  return events.map((event) => ({
    ...event,
    id: globalThis.crypto.randomUUID(),
    metadata: { ...event.metadata, commandId },
  }));
};

export const commandOf = (log: MemoryLog, { events }: Append) =>
  log.commands.get(events[0]?.metadata.commandId ?? '');

export const lastRevision = (log: MemoryLog, stream: string): number | null => {
  const length = log.streams.get(stream)?.length ?? 0;
  return length === 0 ? null : length - 1;
};

/** Counts what is under way at once under each key. */
export const createTraffic = () => {
  const counts = new Map<string, number>();
  return async <Answer>(key: string, work: (underWay: number) => Promise<Answer>): Promise<Answer> => {
    const underWay = counts.get(key) ?? 0;
    counts.set(key, underWay + 1);
    try {
      const answer = work(underWay);
      await tick();
      return await answer;
    } finally {
      counts.set(key, (counts.get(key) ?? 1) - 1);
    }
  };
};

/** Numbers the events anew, everywhere alike: `shift` says by how much the n-th one is off. */
export const renumber =
  (shiftIn: (stage: Backstage) => (number: number) => number): Breakage =>
  (store, stage) => {
    const shift = shiftIn(stage);
    const out = (position: Position) => numberedPosition(numberOf(position) + shift(numberOf(position)));
    const outEvent = (event: StoredEvent) => ({ ...event, position: out(event.position) });
    const back = (position: Position) => {
      let number = numberOf(position);
      while (number > 0 && number + shift(number) > numberOf(position)) number -= 1;
      return numberedPosition(number);
    };
    return {
      ...store,
      head: async () => out(await store.head()),
      readLog: async (options = {}) => {
        const page = await store.readLog({ ...options, after: back(options.after ?? LOG_START) });
        return { events: page.events.map(outEvent), next: out(page.next) };
      },
      readStream: async (stream, options) => {
        const page = await store.readStream(stream, options);
        return { ...page, events: page.events.map(outEvent) };
      },
      findCommand: async (stream, id) => (await store.findCommand(stream, id)).map(outEvent),
      append: async (stream, events, expected) => {
        const result = await store.append(stream, events, expected);
        if (!('events' in result)) return result;
        return { ...result, events: result.events.map(outEvent), position: out(result.position) };
      },
    };
  };
