import { type Clock, CodedError } from '@duban/kernel';
import {
  type AppendResult,
  createWakeBell,
  encodeAppend,
  type EventStore,
  type ExpectedRevision,
  inItsTurn,
  type NewEvent,
  promised,
  type WakeBell,
} from '@duban/event-store';
import type { AppendOutcome } from './append-message.ts';
import { asStored, written } from './append-result.ts';
import { checkLogFile } from './held-files.ts';
import { isFromEngine, toLogFault } from './log-faults.ts';
import type { LogHealth } from './log-health.ts';
import type { LogReader } from './log-reader.ts';
import type { Pragmas } from './pragmas.ts';
import { walBytesOf } from './wal-keeper.ts';
import { errorOf, type WriterClient } from './writer-client.ts';

export type SqliteStore = EventStore & {
  readonly health: () => LogHealth;
  /** As the engine reports them, of the writing connection where there is one. */
  readonly pragmas: () => Pragmas;
};

export type SqliteStoreParts = {
  readonly file: string;
  readonly clock: Clock | undefined;
  readonly reader: LogReader;
  /** `null`: opened for reading only. */
  readonly writer: WriterClient | null;
  readonly heartbeatMs: number;
  readonly pollMs: number;
};

type Append = {
  readonly stream: string;
  readonly events: readonly NewEvent[];
  readonly expected: ExpectedRevision;
};

/** The port over one writer thread and one reading connection. */
export class OpenSqliteStore {
  readonly #parts: SqliteStoreParts;
  readonly #bell: WakeBell;
  readonly #poll: NodeJS.Timeout;
  #dataVersion = 0;
  #readFault: CodedError | null = null;
  #closing: Promise<void> | null = null;

  constructor(parts: SqliteStoreParts) {
    this.#parts = parts;
    this.#bell = createWakeBell(parts.heartbeatMs);
    this.#poll = setInterval(() => void this.#lookForAppends(), parts.pollMs).unref();
  }

  asStore(): SqliteStore {
    return {
      append: (stream, events, expected) => this.#append({ stream, events, expected }),
      readStream: (stream, options = {}) =>
        inItsTurn(this.#read((reader) => reader.readStream(stream, options))),
      readLog: (options = {}) => inItsTurn(this.#read((reader) => reader.readLog(options))),
      head: () => this.#read((reader) => reader.head()),
      findCommand: (stream, commandId) => this.#read((reader) => reader.findCommand(stream, commandId)),
      onAppended: this.#bell.listen,
      health: () => this.#health(),
      pragmas: () => this.#parts.writer?.pragmas ?? this.#parts.reader.pragmas,
      close: () => (this.#closing ??= this.#close()),
    };
  }

  async #append(append: Append): Promise<AppendResult> {
    const { file, writer, clock } = this.#parts;
    this.#refuseWhenClosed();
    if (writer === null) {
      throw new CodedError('log.read-only', `${file} was opened for reading; open it for writing`);
    }
    const encoded = encodeAppend(append.stream, append.events);
    const request = { ...encoded, expected: append.expected, now: clock?.now() ?? null };
    const outcome = await writer.append(request);
    return this.#result(append, encoded.commandId, outcome);
  }

  async #result(append: Append, commandId: string, outcome: AppendOutcome): Promise<AppendResult> {
    switch (outcome.outcome) {
      case 'appended':
        this.#bell.ring();
        return written('appended', asStored(append.stream, append.events, outcome));
      case 'repeated':
        return written(
          'repeated',
          await this.#read((reader) => reader.findCommand(append.stream, commandId)),
        );
      case 'key-reused':
        return { outcome: 'key-reused' };
      case 'conflict':
        return { outcome: 'conflict', expected: append.expected, actual: outcome.actual };
      case 'failed':
        throw errorOf(outcome);
    }
  }

  #read<Answer>(read: (reader: LogReader) => Answer): Promise<Answer> {
    return promised(() => {
      this.#refuseWhenClosed();
      try {
        const answer = read(this.#parts.reader);
        this.#readFault = null;
        return answer;
      } catch (error) {
        if (!isFromEngine(error)) throw error;
        this.#readFault = toLogFault(error, this.#parts.file);
        throw this.#readFault;
      }
    });
  }

  /** Other processes ring no bell here; the engine's own counter shows that they have committed. */
  async #lookForAppends(): Promise<void> {
    const version = await this.#read((reader) => reader.dataVersion()).catch(() => this.#dataVersion);
    if (version === this.#dataVersion) return;
    this.#dataVersion = version;
    this.#bell.ring();
  }

  #health(): LogHealth {
    const walBytes = walBytesOf(this.#parts.file);
    const fault = this.#parts.writer?.fault ?? this.#gone() ?? this.#readFault;
    return fault === null
      ? { status: 'ok', walBytes }
      : { status: 'unavailable', code: fault.code, remedy: fault.message, walBytes };
  }

  /** Seen also where nobody writes. */
  #gone(): CodedError | null {
    const { file, writer } = this.#parts;
    if (writer === null || writer.log === null) return null;
    try {
      checkLogFile(file, writer.log);
      return null;
    } catch (error) {
      return toLogFault(error, file);
    }
  }

  #refuseWhenClosed(): void {
    if (this.#closing !== null)
      throw new CodedError('log.closed', 'the store has been closed; open it again');
  }

  /** What was asked for before is answered first. The reader goes first, so that the writer can empty the WAL. */
  async #close(): Promise<void> {
    clearInterval(this.#poll);
    this.#bell.close();
    await this.#parts.writer?.drain();
    this.#parts.reader.close();
    await this.#parts.writer?.close();
  }
}
