import { openDatabase } from './open-database.ts';

export type ProcessLock = {
  /** False while anybody holds it, this very lock included. Whoever takes it keeps it until `close`. */
  readonly take: () => boolean;
  /** Answers `busy`, having done nothing, while anybody holds it. */
  readonly hold: <Answer>(work: () => Promise<Answer>) => Promise<Answer | 'busy'>;
  readonly close: () => void;
};

const SQLITE_BUSY = 5;

const isBusy = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === SQLITE_BUSY;

/**
 * One at a time over all threads and processes of this machine. The lock is SQLite's own on an empty file, so a process
 * that is killed gives it up at once and nothing has to expire.
 */
export const openProcessLock = (path: string): ProcessLock => {
  const database = openDatabase(path);
  const take = (): boolean => {
    if (database.isTransaction) return false;
    try {
      database.exec('BEGIN EXCLUSIVE');
      return true;
    } catch (error) {
      if (isBusy(error)) return false;
      throw error;
    }
  };
  return {
    take,
    hold: async (work) => {
      if (!take()) return 'busy';
      try {
        return await work();
      } finally {
        database.exec('ROLLBACK');
      }
    },
    close: () => {
      database.close();
    },
  };
};
