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
import { openSqliteStore } from '@duban/event-store-sqlite';
import { eventOf, readsOfCase, type FoundReads, type ReadEntry, type ReadPeriod } from '@duban/installation';

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
    { audit, source, witnesses: config.readsWitnesses, timestamps: null, gatherMs: GATHER_MS },
    onFault,
  );
  return {
    record: async (entry) => {
      const { stream, event } = eventOf(entry, legalTimeOf(clock.now()));
      await store.append(stream, [event], 'any');
    },
    find: (period) => readsOfCase(store, period),
    report: sealing.report,
    close: async () => {
      await sealing.stop();
      await store.close();
    },
  };
};
