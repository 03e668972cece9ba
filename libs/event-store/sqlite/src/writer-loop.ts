import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { type CodedError, hasCode } from '@duban/kernel';
import { openDatabase } from '@duban/sqlite';
import type { AppendReply, AppendRequest, Fault, WriterOptions } from './append-message.ts';
import { checkHeldFiles, checkLogFile, filesAt, type HeldFiles, isWalUnlinked } from './held-files.ts';
import { isDamage, toLogFault } from './log-faults.ts';
import { LogWriter } from './log-writer.ts';
import { configureWriter, type Pragmas } from './pragmas.ts';
import { prepareSchema } from './schema.ts';
import { WalKeeper } from './wal-keeper.ts';

type Opened = {
  readonly db: DatabaseSync;
  readonly pragmas: Pragmas;
  readonly writer: LogWriter;
  readonly keeper: WalKeeper;
  readonly held: HeldFiles;
};

/** How many requests one transaction takes at most: bounds how long the first of them waits. */
const LARGEST_BATCH = 1_024;
const PROBE_MS = 1_000;

const NOTHING_NEW = 0;

const lastPositionOf = (reply: AppendReply): number =>
  reply.outcome === 'appended' ? reply.firstPosition : NOTHING_NEW;

/**
 * The writer's life: open, append, and after a fault close, open anew and probe until writing works again.
 * A damaged file is left alone until the process is started anew.
 */
export class WriterLoop {
  readonly #options: WriterOptions;
  readonly #onHealth: (fault: Fault | null) => void;
  #opened: Opened | null = null;
  #fault: Fault | null = null;
  #damage: CodedError | null = null;
  #probe: NodeJS.Timeout | undefined;
  #log: string | null;
  #seen: number;

  constructor(options: WriterOptions, onHealth: (fault: Fault | null) => void) {
    this.#options = options;
    this.#onHealth = onHealth;
    this.#log = options.log ?? null;
    this.#seen = options.seen ?? 0;
  }

  /** @throws CodedError when the log cannot be opened */
  start(): { readonly pragmas: Pragmas; readonly log: string | null } {
    try {
      const { pragmas, held } = this.#open();
      return { pragmas, log: held.log };
    } catch (error) {
      throw toLogFault(error, this.#options.file);
    }
  }

  append(requests: readonly AppendRequest[]): AppendReply[] {
    const replies: AppendReply[] = [];
    for (let from = 0; from < requests.length; from += LARGEST_BATCH) {
      replies.push(...this.#transaction(requests.slice(from, from + LARGEST_BATCH)));
    }
    return replies;
  }

  stop(): void {
    clearInterval(this.#probe);
    this.#close();
  }

  #transaction(requests: readonly AppendRequest[]): AppendReply[] {
    try {
      const { writer, keeper, held } = this.#opened ?? this.#open();
      const replies = writer.append(requests, Date.now(), this.#seen);
      checkHeldFiles(this.#options.file, held);
      for (const reply of replies) this.#seen = Math.max(this.#seen, lastPositionOf(reply));
      keeper.committed();
      this.#recovered();
      return replies;
    } catch (error) {
      const fault = this.#failed(error);
      return requests.map(({ ticket }) => ({ outcome: 'failed', ...fault, ticket }));
    }
  }

  #open(): Opened {
    if (this.#damage !== null) throw this.#damage;
    const { file, busyTimeoutMs } = this.#options;
    if (this.#log === null) mkdirSync(dirname(file), { recursive: true });
    else checkLogFile(file, this.#log);
    const db = openDatabase(file, { waitMs: busyTimeoutMs });
    try {
      const pragmas = configureWriter(db);
      prepareSchema(db, file);
      const keeper = new WalKeeper(db, file, (error) => this.#failed(error));
      const held = filesAt(file);
      if (this.#log !== null) checkLogFile(file, this.#log);
      this.#log = held.log;
      this.#opened = { db, pragmas, keeper, held, writer: new LogWriter(db) };
      return this.#opened;
    } catch (error) {
      db.close();
      throw error;
    }
  }

  /** What the connection has cached is not to be trusted after a fault: the next try starts from a new one. */
  #failed(error: unknown): Fault {
    if (hasCode(error, 'log.file-gone')) this.#copyBack();
    this.#close();
    const { code, message } = toLogFault(error, this.#options.file);
    this.#damage ??= isDamage(error) ? toLogFault(error, this.#options.file) : null;
    if (this.#fault?.message !== message) this.#onHealth({ code, message });
    this.#fault = { code, message };
    this.#probe ??= setInterval(() => {
      this.#tryAgain();
    }, PROBE_MS).unref();
    return this.#fault;
  }

  #tryAgain(): void {
    try {
      const { writer, held } = this.#opened ?? this.#open();
      writer.probe();
      checkHeldFiles(this.#options.file, held);
      this.#recovered();
    } catch (error) {
      this.#failed(error);
    }
  }

  /** What was acknowledged before the WAL lost its name is in it alone; the log itself still has its own. */
  #copyBack(): void {
    if (this.#opened === null || !isWalUnlinked(this.#options.file, this.#opened.held)) return;
    try {
      this.#opened.db.prepare('PRAGMA wal_checkpoint(FULL)').all();
    } catch {
      // The fault that is reported already says what to do.
    }
  }

  #recovered(): void {
    if (this.#fault === null) return;
    this.#fault = null;
    clearInterval(this.#probe);
    this.#probe = undefined;
    this.#onHealth(null);
  }

  #close(): void {
    this.#opened?.keeper.stop();
    const { db } = this.#opened ?? {};
    this.#opened = null;
    try {
      db?.close();
    } catch {
      // It failed before: what it held was never acknowledged.
    }
  }
}
