import { resolve } from 'node:path';
import type { Clock } from '@duban/kernel';
import { toLogFault } from './log-faults.ts';
import { LogReader } from './log-reader.ts';
import { OpenSqliteStore, type SqliteStore } from './sqlite-store.ts';
import { WriterClient } from './writer-client.ts';

export type SqliteStoreOptions = {
  /** Created, with its folder, where it does not exist. Must be on a local disk. */
  readonly file: string;
  /** For tests and demo data: asked on this thread at every append. Default: the clock of the writer's thread. */
  readonly clock?: Clock;
  /** Reads only, without a writer thread: for read models, exports and checkers beside a running server. */
  readonly readOnly?: boolean;
  /** How often listeners are woken without an append. */
  readonly heartbeatMs?: number;
  /** How often to look for other processes' appends. */
  readonly pollMs?: number;
  /** How long to wait for another process that writes. */
  readonly busyTimeoutMs?: number;
};

/** @throws CodedError `log.unavailable`, `log.not-durable`, `log.foreign-file`, `log.schema-newer` */
export const openSqliteStore = async (options: SqliteStoreOptions): Promise<SqliteStore> => {
  const file = resolve(options.file);
  const { clock, heartbeatMs = 1_000, pollMs = 50, busyTimeoutMs = 10_000 } = options;
  const writer = options.readOnly === true ? null : new WriterClient({ file, busyTimeoutMs });
  await writer?.start();
  try {
    const reader = new LogReader(file, busyTimeoutMs);
    return new OpenSqliteStore({ file, clock, reader, writer, heartbeatMs, pollMs }).asStore();
  } catch (error) {
    await writer?.close();
    throw toLogFault(error, file);
  }
};
