import type { Clock } from '@duban/kernel';
import { legalTimeOf } from '@duban/application';
import {
  auditFiles,
  auditOptionsOf,
  startSealing,
  type LogSource,
  type SealingFault,
  type SealingReport,
} from '@duban/audit-log';
import type { Config } from '@duban/config';
import type { EventReader, StoredEvent } from '@duban/event-store';
import { openSqliteStore } from '@duban/event-store-sqlite';
import {
  eventOf,
  shows,
  streamOfCase,
  streamOfMany,
  told,
  type ReadEntry,
  type ToldRead,
} from './read-entry.ts';

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

export type ReadLog = {
  /** Durable when it answers. Reads at the same time share one write to disk. @throws CodedError of the log */
  readonly record: (entry: ReadEntry) => Promise<void>;
  readonly find: (period: ReadPeriod) => Promise<FoundReads>;
  readonly report: () => SealingReport;
  readonly close: () => Promise<void>;
};

export type ReadLogParts = {
  readonly clock: Clock;
  /** Told by tests and the demo only; otherwise the log has its own. */
  readonly isTold: boolean;
  readonly onFault: (fault: SealingFault) => void;
};

const GATHER_MS = 2_000;
const PAGE = 512;
const MOST_TOLD = 1_000;

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

const found = async (reader: EventReader, period: ReadPeriod): Promise<FoundReads> => {
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

/**
 * A log of its own with a tree of its own, made of the same parts as the log of events: append-only, durable, sealed.
 * @throws CodedError of the log
 */
export const openReadLog = async (
  config: Config,
  { clock, isTold, onFault }: ReadLogParts,
): Promise<ReadLog> => {
  const audit = auditOptionsOf(config, 'reads');
  const file = auditFiles(audit).reads;
  const store = await openSqliteStore(isTold ? { file, clock } : { file });
  const source: LogSource = {
    module: '@duban/event-store-sqlite',
    name: 'openSqliteStore',
    options: { file, readOnly: true },
  };
  const sealing = startSealing(
    { audit, source, witnesses: [], gatherMs: GATHER_MS, witnessEveryMs: GATHER_MS },
    onFault,
  );
  return {
    record: async (entry) => {
      const { stream, event } = eventOf(entry, legalTimeOf(clock.now()));
      await store.append(stream, [event], 'any');
    },
    find: (period) => found(store, period),
    report: sealing.report,
    close: async () => {
      await sealing.stop();
      await store.close();
    },
  };
};
