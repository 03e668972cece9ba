import { CodedError } from '@duban/kernel';
import type { AppendResult, StoredEvent } from '@duban/event-store';
import type { MemoryLog } from '@duban/event-store-memory';
import {
  asAnotherCommand,
  breakAppend,
  commandOf,
  createTraffic,
  lastRevision,
  renumber,
  tick,
} from './breaking.ts';
import type { Breakage } from './memory-log-factory.ts';

const conflict = (expected: number | 'any' | 'no-stream', actual: number | null): AppendResult => ({
  outcome: 'conflict',
  expected,
  actual,
});

/** Looks first and writes later, as a check outside the write transaction does (E10). */
const checkThenInsert = (kind: 'number' | 'no-stream'): Breakage =>
  breakAppend(async (append, go, { log }) => {
    const { expected, stream } = append;
    if (commandOf(log, append) || (kind === 'number' ? typeof expected !== kind : expected !== kind))
      return go();
    const actual = lastRevision(log, stream);
    await tick();
    if (actual !== (expected === 'no-stream' ? null : expected)) return conflict(expected, actual);
    return go({ expected: 'any' });
  });

const spoiled = new WeakMap<MemoryLog, string>();
const burnt = new WeakMap<MemoryLog, number[]>();
const locked = new WeakSet<MemoryLog>();
const perStream = createTraffic();
const perCommand = createTraffic();
const perLog = createTraffic();
const ofThisTurn = { appends: [] as Promise<unknown>[] };

const countBurnt: Breakage = breakAppend(async (_append, go, { log }) => {
  const result = await go();
  if (result.outcome === 'conflict') burnt.set(log, [...(burnt.get(log) ?? []), log.rows.length]);
  return result;
});

/** Appending: one broken store for each promise. */
export const brokenAppending = {
  'answers-what-is-stored': breakAppend(async ({ events, expected }, go) => {
    const result = await go();
    const wrong = result.outcome === 'appended' && events.length === 3 && expected === 'no-stream';
    return wrong ? { ...result, revision: result.revision - 2 } : result;
  }),
  'no-stream-means-new': breakAppend(({ stream, events, expected }, go, { log }) =>
    expected === 'no-stream' && events.length === 1 && lastRevision(log, stream) === 1
      ? go({ expected: 'any' })
      : go(),
  ),
  'exact-revision-only': breakAppend(({ stream, expected }, go, { log }) =>
    typeof expected === 'number' && lastRevision(log, stream) === null ? go({ expected: 'no-stream' }) : go(),
  ),
  'any-revision-goes': breakAppend((append, go, { log }) => {
    const { stream, events, expected } = append;
    const second = expected === 'any' && events.length === 1 && lastRevision(log, stream) === 0;
    return perStream(stream, (underWay) =>
      second && underWay === 0 && !commandOf(log, append) ? Promise.resolve(conflict(expected, 0)) : go(),
    );
  }),
  'conflict-leaves-no-trace': breakAppend(async ({ stream, events, expected }, go, { log }) => {
    if (spoiled.get(log) === stream && expected === lastRevision(log, stream))
      return conflict(expected, expected + 1);
    const result = await go();
    if (result.outcome === 'conflict' && events.length === 3) spoiled.set(log, stream);
    return result;
  }),
  'all-or-nothing': breakAppend(({ events }, go) =>
    go().catch(async (error: unknown) => {
      if (events.length === 3) await go({ events: events.slice(0, 2) });
      throw error;
    }),
  ),
  'one-command-per-append': breakAppend(({ events }, go) => {
    const first = events[0]?.metadata;
    return first ? go({ events: events.map((event) => ({ ...event, metadata: first })) }) : go();
  }),
  'event-ids-once': breakAppend((append, go, { log }) => {
    const taken = append.events.some(({ id }) => log.ids.has(id));
    return taken && !commandOf(log, append) ? go({ events: asAnotherCommand(append.events) }) : go();
  }),
  'positions-have-no-holes': renumber(() => (number) => (number > 6 ? 1 : 0)),
  'refused-appends-burn-no-position': (store, stage) =>
    renumber(
      ({ log }) =>
        (number) =>
          (burnt.get(log) ?? []).filter((length) => length < number).length,
    )(countBurnt(store, stage), stage),
} satisfies Record<string, Breakage>;

export const brokenRepeating = {
  'repeats-answer-the-first-events': breakAppend((append, go, { log }) => {
    const actual = lastRevision(log, append.stream) ?? 0;
    const late = append.expected === 'no-stream' && commandOf(log, append) && actual > 1;
    return late ? Promise.resolve(conflict(append.expected, actual)) : go();
  }),
  'another-digest-is-a-reused-key': breakAppend((append, go, { log }) => {
    const known = commandOf(log, append);
    if (known?.stream !== append.stream) return go();
    const withFirst = (event: (typeof append.events)[number]) => ({
      ...event,
      metadata: { ...event.metadata, commandDigest: known.digest },
    });
    return go({ events: append.events.map(withFirst) });
  }),
  'another-stream-is-a-reused-key': breakAppend((append, go, { log }) => {
    const known = commandOf(log, append);
    return known && known.stream !== append.stream ? go({ events: asAnotherCommand(append.events) }) : go();
  }),
  'repeats-are-known-after-a-restart': breakAppend((append, go, { log, lengthAtOpen }) => {
    const first = commandOf(log, append)?.numbers[0];
    const forgotten = first !== undefined && first <= lengthAtOpen;
    return forgotten ? go({ events: asAnotherCommand(append.events), expected: 'any' }) : go();
  }),
  'finds-the-events-of-a-command': (store) => ({
    ...store,
    findCommand: async (stream, commandId) => (await store.findCommand(stream, commandId)).slice(0, 1),
  }),
} satisfies Record<string, Breakage>;

export const brokenRacing = {
  'one-of-200-wins-a-revision': checkThenInsert('number'),
  'one-of-200-creates-a-stream': checkThenInsert('no-stream'),
  'all-of-200-append-to-any': breakAppend(({ stream, expected }, go) =>
    perStream(stream, (underWay) =>
      expected === 'any' && underWay > 100 ? Promise.resolve(conflict(expected, underWay)) : go(),
    ),
  ),
  'racing-repeats-write-once': breakAppend(({ events }, go) =>
    perCommand(events[0]?.metadata.commandId ?? '', (underWay) =>
      underWay > 0 ? go({ events: asAnotherCommand(events) }) : go(),
    ),
  ),
  'writes-on-after-a-burst': breakAppend((_append, go, { log }) => {
    if (locked.has(log)) return Promise.reject(new CodedError('log.unavailable', 'the database is locked'));
    return perLog('every append', (underWay) => {
      const answer = go();
      if (underWay === 499) locked.add(log);
      return answer;
    });
  }),
  'a-refusal-hurts-nobody-else': breakAppend(async (_append, go) => {
    const appends = ofThisTurn.appends;
    const mine = go();
    appends.push(mine);
    await Promise.allSettled([mine]);
    await tick();
    ofThisTurn.appends = [];
    await Promise.all(appends);
    return mine;
  }),
} satisfies Record<string, Breakage>;

const hidden = new WeakMap<StoredEvent | MemoryLog, Set<string>>();

/** Acknowledges in order but shows some events late, as stores do whose positions are taken before the commit (E1). */
export const showsLate: Breakage = (store, stage) => {
  const late = hidden.get(stage.log) ?? new Set<string>();
  hidden.set(stage.log, late);
  const appending = breakAppend(async ({ events }, go) => {
    const ids = events.length === 2 ? events.map(({ id }) => id) : [];
    for (const id of ids) late.add(id);
    const result = await go();
    // Longer than a page takes to be read, or no reader comes by in between.
    for (let turns = 0; turns < 4; turns += 1) await tick();
    for (const id of ids) late.delete(id);
    return result;
  });
  return {
    ...appending(store, stage),
    readLog: async (options) => {
      const unseen = new Set(late);
      const page = await store.readLog(options);
      return { ...page, events: page.events.filter(({ id }) => !unseen.has(id)) };
    },
  };
};
