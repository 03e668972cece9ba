import type { DatabaseSync } from 'node:sqlite';
import { CodedError, type Position } from '@duban/kernel';
import type { ProcessLock } from '@duban/sqlite';

/** Longer than any page takes; a process that hangs is replaced after this time, one that died at once. */
const LEASE_MS = 10_000;

export type Progress = { readonly position: Position; readonly ordinal: number };

/** Who writes a generation's rows: a lease with an epoch that every write names (E45), in the file that it guards. */
export type Ownership = {
  /** Where to go on; null while another process holds the lease, unless it is not alive any more. */
  readonly acquire: () => Progress | null;
  /** Moves on inside the page's transaction. @throws CodedError `runner.not-owner` for a zombie */
  readonly advance: (from: Position, to: Progress, head: Position) => void;
  readonly keep: (head: Position) => void;
  readonly release: () => void;
};

export type OwnershipParts = {
  readonly db: DatabaseSync;
  /**
   * Held beside the lease: who can take it knows that no writer of this machine is alive, and need not wait until the lease of a
   * killed one runs out. Who cannot waits for the lease, so that a writer that hangs is replaced as well.
   */
  readonly lock: Pick<ProcessLock, 'take'>;
  /** Names this writer among all processes that share the directory. */
  readonly owner: string;
  readonly now: () => number;
};

export const ownership = ({ db, lock, owner, now }: OwnershipParts): Ownership => {
  const acquire = db.prepare(
    `UPDATE progress SET owner = ?1, epoch = epoch + 1, lease_until = ?2 WHERE owner = ?1 OR lease_until <= ?3 OR ?4
     RETURNING epoch, position, ordinal`,
  );
  const advance = db.prepare(
    `UPDATE progress SET position = ?1, ordinal = ?2, head = ?3, lease_until = ?4 WHERE position = ?5 AND epoch = ?6`,
  );
  const keep = db.prepare('UPDATE progress SET head = ?, lease_until = ? WHERE epoch = ?');
  const release = db.prepare('UPDATE progress SET lease_until = 0 WHERE epoch = ?');
  let epoch = -1;
  const demand = (changes: number | bigint): void => {
    if (Number(changes) === 1) return;
    throw new CodedError(
      'runner.not-owner',
      'another process has taken over these read models; nothing was written',
    );
  };
  return {
    acquire: () => {
      const time = now();
      const row = acquire.get(owner, time + LEASE_MS, time, Number(lock.take()));
      if (row === undefined) return null;
      epoch = Number(row['epoch']);
      return { position: String(row['position']) as Position, ordinal: Number(row['ordinal']) };
    },
    advance: (from, { position, ordinal }, head) => {
      demand(advance.run(position, ordinal, head, now() + LEASE_MS, from, epoch).changes);
    },
    keep: (head) => {
      demand(keep.run(head, now() + LEASE_MS, epoch).changes);
    },
    release: () => {
      release.run(epoch);
    },
  };
};
