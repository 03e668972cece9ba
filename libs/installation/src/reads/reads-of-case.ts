import type { EventReader, StoredEvent } from '@duban/event-store';
import { dayEnd } from '@duban/projections';
import { shows, streamOfCase, streamOfMany, told, type ToldRead } from './read-entry.ts';

export type ReadPeriod = {
  readonly caseId: string;
  /** Instants: from, and before. */
  readonly from: string;
  readonly to: string;
};

export type FoundReads = {
  /** Newest first. */
  readonly items: readonly ToldRead[];
  /** There were more than are told: ask about a shorter time. */
  readonly more: boolean;
};

const PAGE = 512;
const MOST_TOLD = 1_000;

const instantOf = (text: string): string => new Date(text).toISOString();

/** From the beginning of the first day to the end of the last, in Asia/Shanghai. */
export const periodOf = (caseId: string, from: string, to: string): ReadPeriod => ({
  caseId,
  from: instantOf(`${from}T00:00:00+08:00`),
  to: instantOf(dayEnd(to)),
});

/** One stream backwards from its end until before the period. */
async function* backwards(reader: EventReader, stream: string, from: string): AsyncGenerator<StoredEvent> {
  for (let next: number | null | undefined; next !== null;) {
    const page = await reader.readStream(stream, {
      ...{ direction: 'backwards', limit: PAGE },
      ...(next === undefined ? {} : { from: next }),
    });
    for (const event of page.events) {
      if (event.metadata.recordedAt < from) return;
      yield event;
    }
    next = page.next;
  }
}

/** Who was shown a case in a period. Reads the streams backwards, and nothing before the period. */
export const readsOfCase = async (reader: EventReader, period: ReadPeriod): Promise<FoundReads> => {
  const { caseId, from, to } = period;
  const events: StoredEvent[] = [];
  for (const stream of [streamOfCase(caseId), streamOfMany]) {
    let taken = 0;
    for await (const event of backwards(reader, stream, from)) {
      if (event.metadata.recordedAt >= to || !shows(event, caseId)) continue;
      events.push(event);
      taken += 1;
      if (taken > MOST_TOLD) break;
    }
  }
  events.sort((a, b) => (a.position < b.position ? 1 : -1));
  return { items: events.slice(0, MOST_TOLD).map(told), more: events.length > MOST_TOLD };
};
