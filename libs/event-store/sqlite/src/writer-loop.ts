import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { CodedError } from '@duban/kernel';
import type { AppendReply, AppendRequest, Fault, WriterOptions } from './append-message.ts';
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
};

/** How many requests one transaction takes at most: bounds how long the first of them waits. */
const LARGEST_BATCH = 1_024;
const PROBE_MS = 1_000;

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

  constructor(options: WriterOptions, onHealth: (fault: Fault | null) => void) {
    this.#options = options;
    this.#onHealth = onHealth;
  }

  /** @throws CodedError when the log cannot be opened */
  start(): Pragmas {
    try {
      return this.#open().pragmas;
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
      const { writer, keeper } = this.#opened ?? this.#open();
      const replies = writer.append(requests, Date.now());
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
    mkdirSync(dirname(file), { recursive: true });
    const db = new DatabaseSync(file, { timeout: busyTimeoutMs });
    try {
      const pragmas = configureWriter(db);
      prepareSchema(db, file);
      const keeper = new WalKeeper(db, file, (error) => this.#failed(error));
      this.#opened = { db, pragmas, keeper, writer: new LogWriter(db) };
      return this.#opened;
    } catch (error) {
      db.close();
      throw error;
    }
  }

  /** What the connection has cached is not to be trusted after a fault: the next try starts from a new one. */
  #failed(error: unknown): Fault {
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
      const { writer } = this.#opened ?? this.#open();
      writer.probe();
      this.#recovered();
    } catch (error) {
      this.#failed(error);
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
