import { DatabaseSync } from 'node:sqlite';
import { lockPath } from '../store/generation-file.ts';

/** Held by whoever writes a generation's rows, beside the lease. Given up by `close`, or by the end of its process, however it ends. */
export type WriterLock = {
  /** False while another one holds it. */
  readonly take: () => boolean;
  readonly close: () => void;
};

const SQLITE_BUSY = 5;

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;

/**
 * The engine's own lock on an empty file: who gets it knows that no writer of this machine is alive, and need not wait until the
 * lease of a killed one runs out. Who does not get it waits for the lease, so that a writer that hangs is replaced as well.
 */
export const openWriterLock = (generationFile: string): WriterLock => {
  const database = new DatabaseSync(lockPath(generationFile), { timeout: 0 });
  return {
    take: () => {
      try {
        database.exec('BEGIN EXCLUSIVE');
        return true;
      } catch (error) {
        if (isBusy(error)) return false;
        throw error;
      }
    },
    close: () => {
      database.close();
    },
  };
};
