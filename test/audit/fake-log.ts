import type { EventReader, StoredEvent } from '@duban/event-store';
import { comparePositions, LOG_START, type Position } from '@duban/kernel';

const STREAMS = 3;
// Room between two positions, so that a test can smuggle an event in.
const STEP = 10;

export const positionOf = (place: number): Position => `fake1.${String(place).padStart(20, '0')}` as Position;

/** Event `n` of a log that deals its events to three cases in turn. `words` makes another history. */
export const storedEvent = (n: number, words = 'rectify'): StoredEvent => ({
  id: `event-${n}-${words}`,
  stream: `case-${n % STREAMS}`,
  revision: Math.floor(n / STREAMS),
  position: positionOf((n + 1) * STEP),
  type: 'ItemAssigned',
  schemaVersion: 1,
  data: { item: `第${n}项 "整改"`, words, dueInDays: n / 4 },
  metadata: {
    commandId: `command-${n}`,
    commandDigest: 'ab'.repeat(32),
    correlationId: `case-${n % STREAMS}`,
    causationId: `command-${n}`,
    actor: { id: 'person:1', role: 'supervision-office', organ: 'so' },
    onBehalfOf: null,
    basis: { documentNo: `督办〔2026〕${n}号` },
    occurredAt: '2026-03-05T09:00:00+08:00',
    ruleSet: 'cq-default@1',
    calendar: 'CN@2026-1',
    recordedAt: `2026-03-05T01:00:${String(n % 60).padStart(2, '0')}.000Z`,
  },
});

export const storedEvents = (from: number, to: number, words?: string): StoredEvent[] =>
  Array.from({ length: to - from }, (_, step) => storedEvent(from + step, words));

export type FakeReader = Pick<EventReader, 'readLog' | 'readStream' | 'head'>;

/** Reads an array that the test may change under it, in small pages. */
export const fakeReader = (events: readonly StoredEvent[], most = 7): FakeReader => ({
  head: () => Promise.resolve(events.at(-1)?.position ?? LOG_START),
  readLog: ({ after = LOG_START, limit = most } = {}) => {
    const rest = events.filter(({ position }) => comparePositions(position, after) > 0);
    const page = rest.slice(0, Math.min(limit, most));
    return Promise.resolve({ events: page, next: page.at(-1)?.position ?? after });
  },
  readStream: (stream, { from = 0, limit = most } = {}) => {
    const rest = events.filter((event) => event.stream === stream && event.revision >= from);
    return Promise.resolve({ events: rest.slice(0, limit), next: null });
  },
});
