import { DatabaseSync } from 'node:sqlite';

/** Answers `busy`, having done nothing, while somebody else holds the lock. */
export type SealingLock = {
  readonly hold: <Answer>(work: () => Promise<Answer>) => Promise<Answer | 'busy'>;
  readonly close: () => void;
};

const SQLITE_BUSY = 5;

const isBusy = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === SQLITE_BUSY;

/**
 * One sealer at a time over all threads and processes of this machine. The lock is SQLite's own on an empty file, so a
 * process that is killed gives it up at once and nothing has to expire.
 */
export const openSealingLock = (path: string): SealingLock => {
  const database = new DatabaseSync(path, { timeout: 0 });
  let isHeld = false;
  const take = (): boolean => {
    if (isHeld) return false;
    try {
      database.exec('BEGIN EXCLUSIVE');
      isHeld = true;
      return true;
    } catch (error) {
      if (isBusy(error)) return false;
      throw error;
    }
  };
  return {
    hold: async (work) => {
      if (!take()) return 'busy';
      try {
        return await work();
      } finally {
        database.exec('ROLLBACK');
        isHeld = false;
      }
    },
    close: () => {
      database.close();
    },
  };
};
