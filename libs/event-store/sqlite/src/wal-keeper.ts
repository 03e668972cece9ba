import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

/** Beyond this the WAL is emptied even under load, which waits for readers for a moment. */
const WAL_BYTES_BOUND = 268_435_456;
const IDLE_MS = 250;

export const walBytesOf = (file: string): number =>
  statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;

/** Copies the WAL back when nobody writes, and keeps it bounded when somebody always does (A3d: 5.4 GB seen). */
export class WalKeeper {
  readonly #db: DatabaseSync;
  readonly #file: string;
  #idle: NodeJS.Timeout | undefined;

  readonly #onFault: (error: unknown) => void;

  constructor(db: DatabaseSync, file: string, onFault: (error: unknown) => void) {
    this.#db = db;
    this.#file = file;
    this.#onFault = onFault;
  }

  committed(): void {
    if (walBytesOf(this.#file) > WAL_BYTES_BOUND) this.#checkpoint('RESTART');
    this.#idle ??= setTimeout(() => {
      this.#checkpoint('TRUNCATE');
    }, IDLE_MS).unref();
    this.#idle.refresh();
  }

  stop(): void {
    clearTimeout(this.#idle);
  }

  /** A reader in its way makes it do less; the next one does the rest. What was committed stays so if it fails. */
  #checkpoint(mode: 'RESTART' | 'TRUNCATE'): void {
    try {
      const patience = Object.values(this.#db.prepare('PRAGMA busy_timeout').get() ?? {})[0];
      this.#db.exec('PRAGMA busy_timeout = 100');
      this.#db.prepare(`PRAGMA wal_checkpoint(${mode})`).all();
      this.#db.exec(`PRAGMA busy_timeout = ${String(patience)}`);
    } catch (error) {
      this.#onFault(error);
    }
  }
}
