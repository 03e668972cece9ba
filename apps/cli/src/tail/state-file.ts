import type { DatabaseSync } from 'node:sqlite';
import { CodedError } from '@duban/kernel';
import { inTransaction, openDatabase } from '@duban/sqlite';
import { createMemoryInbox, openSqliteInbox, type Inbox } from '@duban/subscriber';

export type TailInbox = { readonly inbox: Inbox<unknown>; readonly close: () => void };

const BUSY = 5;

/** For one process alone: two would print half of the events each. A crash lets go of it. */
const openExclusively = (file: string): DatabaseSync =>
  openDatabase(file, {
    setUp: (db) => {
      db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
      // Takes the lock, which the mode then keeps.
      inTransaction(db, () => undefined);
    },
  });

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === BUSY;

/**
 * What has been printed, in a file or, without one, in memory.
 * @throws CodedError `subscriber.place-moved` while another process has it, `subscriber.inbox-unusable`
 */
export const openTailInbox = (file: string | undefined): TailInbox => {
  if (file === undefined) return { inbox: createMemoryInbox(), close: () => undefined };
  try {
    const db = openExclusively(file);
    return {
      inbox: openSqliteInbox(db),
      close: () => {
        db.close();
      },
    };
  } catch (cause) {
    if (isBusy(cause)) throw new CodedError('subscriber.place-moved', file, { cause });
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new CodedError('subscriber.inbox-unusable', `${file}: ${why}`, { cause });
  }
};
