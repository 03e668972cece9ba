import { CodedError } from '@duban/kernel';
import { numberedPosition, numberOf, type StoredEvent } from '@duban/event-store';
import { readMemoryLog, readMemoryStream } from '@duban/event-store-memory';
import { breakAppend, breakData, breakLog, breakStream, deeply, tick } from './breaking.ts';
import { showsLate } from './broken-writers.ts';
import type { Breakage } from './memory-log-factory.ts';

const mapEvents = (change: (event: StoredEvent) => StoredEvent): Breakage =>
  breakStream((page) => ({ ...page, events: page.events.map(change) }));

const seesOldSnapshot: Breakage = (store, { log, lengthAtOpen }) => {
  let seen = lengthAtOpen;
  const refresh = <Answer>(answer: Answer): Answer => {
    seen = log.rows.length;
    return answer;
  };
  return {
    ...store,
    append: async (...append) => refresh(await store.append(...append)),
    head: async () => refresh(await store.head()),
    readLog: async (options) => refresh(await store.readLog(options)),
    readStream: async (stream, options) => {
      const page = await store.readStream(stream, options);
      return { ...page, events: page.events.filter(({ position }) => numberOf(position) <= seen) };
    },
  };
};

export const brokenReading = {
  'starts-empty': breakLog((page, { after }, { log }) =>
    after === undefined && log.rows.length === 0 ? { ...page, next: numberedPosition(1) } : page,
  ),
  'knows-no-unknown-stream': breakStream((page, { direction }) =>
    direction === 'backwards' && page.events.length === 0 ? { ...page, next: 0 } : page,
  ),
  'positions-ascend': (store, { log }) => ({
    ...store,
    head: async () => (log.rows.length === 9 ? numberedPosition(8) : store.head()),
  }),
  'streams-read-forwards-by-page': breakStream((page, { direction, limit }) => {
    const full = direction !== 'backwards' && page.events.length === limit;
    return full && page.next === null ? { ...page, next: (page.events.at(-1)?.revision ?? 0) + 1 } : page;
  }),
  'streams-read-backwards-by-page': breakStream((page, { direction }) =>
    direction === 'backwards' ? { ...page, next: page.next === 0 ? null : page.next } : page,
  ),
  'the-log-reads-by-page': breakLog((page, { limit }) =>
    limit === 5 ? { ...page, events: page.events.slice(0, -1) } : page,
  ),
  'the-log-reads-by-type': breakLog((page, { types }) =>
    types?.length === 2 ? { ...page, events: page.events.filter(({ type }) => type === types[0]) } : page,
  ),
  'an-empty-page-is-not-the-end': breakLog((page, { types, after }) =>
    types?.length === 1 && page.events.length === 0 ? { ...page, next: after ?? page.next } : page,
  ),
  'pages-of-the-log-leave-others-their-turn': (store, { log }) => ({
    ...store,
    readLog: async (options = {}) => readMemoryLog(log, options),
  }),
  'pages-of-a-stream-leave-others-their-turn': (store, { log }) => ({
    ...store,
    readStream: async (stream, options = {}) => readMemoryStream(log, stream, options),
  }),
  'refuses-a-page-of-no-events': (store) => ({
    ...store,
    readLog: (options = {}) =>
      store.readLog({ ...options, limit: options.limit === 0 ? 1 : (options.limit ?? 512) }),
  }),
  'acknowledged-is-visible': seesOldSnapshot,
  'followers-miss-nothing': showsLate,
} satisfies Record<string, Breakage>;

const changesText = (change: (text: string) => string) =>
  breakData(deeply((value) => (typeof value === 'string' ? change(value) : value)));

const replaces = (isWrong: (value: unknown) => boolean, by: (value: unknown) => unknown = () => null) =>
  breakData(deeply((value) => (isWrong(value) ? by(value) : value)));

const bytesOf = (data: object): number => Buffer.byteLength(JSON.stringify(data));
const MEBIBYTE = 1_048_576;

const withoutLoops: Breakage = breakData((data) => {
  try {
    JSON.stringify(data);
    return data;
  } catch (error) {
    return String(error).includes('circular') ? {} : data;
  }
});

const keepsObjects: Breakage = (store) => {
  const kept = new Map<string, StoredEvent>();
  const keep = (event: StoredEvent) => {
    if (!kept.has(event.id)) kept.set(event.id, event);
    return kept.get(event.id) ?? event;
  };
  return mapEvents(keep)(store, {} as never);
};

export const brokenContent = {
  'json-comes-back-as-it-was': replaces(
    (value) => Array.isArray(value) && value.length === 1 && value[0] === null,
    () => [],
  ),
  'texts-keep-every-character': changesText((text) => text.replaceAll('e\u0301', '\u00e9')),
  'later-members-come-back-as-they-were-and-not-where-they-were-not': breakAppend(({ events }, go) =>
    go({
      events: events.map((event) => {
        const { decision: _decision, ...metadata } = event.metadata;
        return { ...event, metadata };
      }),
    }),
  ),
  'holds-an-event-of-1-mib': breakAppend(({ events }, go) => {
    const large = events.some(
      ({ data }) => typeof data['text'] === 'string' && data['text'].length > 300_000,
    );
    return large ? Promise.reject(new CodedError('event.unserialisable', 'too large')) : go();
  }),
  'refuses-an-event-over-1-mib': breakData((data) =>
    typeof data['text'] === 'string' && bytesOf(data) > MEBIBYTE
      ? { text: data['text'].slice(0, 1_000) }
      : data,
  ),
  'refuses-bigint': replaces((value) => typeof value === 'bigint', String),
  'refuses-numbers-that-are-none': replaces((value) => value === Infinity || value === -Infinity),
  'refuses-lone-surrogates': changesText((text) => text.toWellFormed()),
  'refuses-undefined': replaces((value) => ['undefined', 'function', 'symbol'].includes(typeof value)),
  'refuses-objects-with-a-class': replaces(
    (value) => value instanceof Date || value instanceof Map || value instanceof Error,
    (value) => JSON.parse(JSON.stringify(value)) as unknown,
  ),
  'refuses-loops': withoutLoops,
  'callers-objects-are-not-kept': keepsObjects,
} satisfies Record<string, Breakage>;

const rawClock = (when: (rows: number, lengthAtOpen: number) => boolean): Breakage =>
  breakAppend(async (_append, go, { clock, log, lengthAtOpen }) => {
    const raw = when(log.rows.length, lengthAtOpen);
    const result = await go();
    if (!raw || !('events' in result)) return result;
    const recordedAt = new Date(clock.now()).toISOString();
    const events = result.events.map((event) => ({ ...event, metadata: { ...event.metadata, recordedAt } }));
    return { ...result, events };
  });

/** Without the heartbeat: a listener hears of appends only. */
const onlyAppendsRing: Breakage = (store, { log }) => ({
  ...store,
  onAppended: (wake) => {
    let seen = log.rows.length;
    return store.onAppended(() => {
      if (log.rows.length === seen) return;
      seen = log.rows.length;
      wake();
    });
  },
});

const throwingWakes: Breakage = (store) => {
  const wakes = new Set<() => void>();
  const broken = breakAppend(async (_append, go) => {
    const result = await go();
    for (const wake of wakes) wake();
    return result;
  })(store, {} as never);
  return {
    ...broken,
    onAppended: (wake) => {
      wakes.add(wake);
      const end = store.onAppended(wake);
      return () => {
        wakes.delete(wake);
        end();
      };
    },
  };
};

const staleEnds: Breakage = (store) => {
  const ends = new Map<string, number>();
  return {
    ...store,
    append: async (stream, events, expected) => {
      const end = ends.get(stream);
      if (typeof expected === 'number' && end !== undefined && end !== expected) {
        return { outcome: 'conflict', expected, actual: end };
      }
      const result = await store.append(stream, events, expected);
      if (result.outcome === 'appended') ends.set(stream, result.revision);
      return result;
    },
  };
};

const dropsOnClose: Breakage = (store) => {
  let closed = false;
  return {
    ...breakAppend(async (_append, go) => {
      const answer = go();
      await Promise.allSettled([answer]);
      await tick();
      if (closed) throw new CodedError('log.closed', 'dropped on the way');
      return answer;
    })(store, {} as never),
    close: () => {
      closed = true;
      return store.close();
    },
  };
};

const hideLast = (lost: number): Breakage =>
  breakStream((page, _options, { lengthAtOpen }) =>
    lengthAtOpen === lost ? { ...page, events: page.events.slice(0, -1) } : page,
  );

const hideFirst = (lost: number): Breakage =>
  breakLog((page, _options, { lengthAtOpen }) =>
    lengthAtOpen === lost ? { ...page, events: page.events.slice(1) } : page,
  );

export const brokenLiving = {
  'recorded-at-never-goes-back': rawClock((rows) => rows > 1),
  'recorded-at-is-known-after-a-restart': rawClock((_rows, lengthAtOpen) => lengthAtOpen > 0),
  'a-closed-store-refuses': (store) => ({ ...store, close: () => Promise.resolve() }),
  'close-answers-what-was-asked': dropsOnClose,
  'acknowledged-survives-a-crash': hideLast(3),
  'readers-resume-after-a-crash': hideFirst(5),
  'a-missed-notification-delays-only': onlyAppendsRing,
  'an-ended-listener-is-not-called': (store) => ({
    ...store,
    onAppended: (wake) => {
      store.onAppended(wake);
      return () => undefined;
    },
  }),
  'a-throwing-listener-stops-nobody': throwingWakes,
  'clients-share-one-order': staleEnds,
  'clients-wake-each-other': (store, { client }) =>
    client === 0 ? store : { ...store, onAppended: () => () => undefined },
  'the-start-of-the-log-stays-readable': hideFirst(2),
} satisfies Record<string, Breakage>;
