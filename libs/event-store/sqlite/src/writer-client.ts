import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CodedError } from '@duban/kernel';
import type {
  AppendOutcome,
  AppendRequest,
  Fault,
  WriterOptions,
  WriterOrders,
  WriterReports,
} from './append-message.ts';
import { packRequests, unpackReplies } from './message-packing.ts';
import type { Pragmas } from './pragmas.ts';

type Waiting = PromiseWithResolvers<AppendOutcome>;

/** From the sources Node strips the types itself; the build leaves `.js` beside `.js`. */
const fromSources = extname(import.meta.url) === '.ts';
const WORKER = new URL(`./writer.worker${fromSources ? '.ts' : '.js'}`, import.meta.url);
const EXEC_ARGV = fromSources ? ['--conditions=source', '--disable-warning=ExperimentalWarning'] : [];

export const errorOf = ({ code, message }: Fault): CodedError => {
  const prefix = `${code}: `;
  return new CodedError(code, message.startsWith(prefix) ? message.slice(prefix.length) : message);
};

/** The writer thread as seen from the main thread: tickets out, outcomes back, a new thread after a crash. */
export class WriterClient {
  readonly #options: WriterOptions;
  readonly #waiting = new Map<number, Waiting>();
  #unsent: AppendRequest[] = [];
  #worker: Promise<Worker> | null = null;
  #tickets = 0;
  #seen = 0;
  fault: CodedError | null = null;
  pragmas: Pragmas = {};
  /** The log that was opened, as `<device>:<inode>`. */
  log: string | null = null;

  constructor(options: WriterOptions) {
    this.#options = options;
  }

  /** @throws CodedError when the log cannot be opened for writing */
  async start(): Promise<Worker> {
    this.#worker ??= this.#spawn();
    return this.#worker;
  }

  append(request: Omit<AppendRequest, 'ticket'>): Promise<AppendOutcome> {
    const ticket = (this.#tickets += 1);
    const waiting = Promise.withResolvers<AppendOutcome>();
    this.#waiting.set(ticket, waiting);
    this.#unsent.push({ ...request, ticket });
    // All that is asked for in this turn of the event loop travels in one message.
    if (this.#unsent.length === 1) setImmediate(() => void this.#send());
    return waiting.promise;
  }

  /** Answers once everything that was asked for so far has been answered. */
  async drain(): Promise<void> {
    await Promise.allSettled(Array.from(this.#waiting.values(), ({ promise }) => promise));
  }

  async close(): Promise<void> {
    await this.drain();
    const worker = await this.#worker?.catch(() => null);
    if (!worker) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.ref();
    worker.postMessage({ kind: 'close' } satisfies WriterOrders);
    await ended;
  }

  async #send(): Promise<void> {
    const requests = this.#unsent;
    this.#unsent = [];
    if (requests.length === 0) return;
    try {
      const worker = await this.start();
      worker.ref();
      worker.postMessage({ kind: 'append', requests: packRequests(requests) } satisfies WriterOrders);
    } catch (error) {
      for (const { ticket } of requests) this.#take(ticket)?.reject(this.#asFault(error));
    }
  }

  #spawn(): Promise<Worker> {
    const workerData: WriterOptions = { ...this.#options, log: this.log, seen: this.#seen };
    const worker = new Worker(WORKER, { workerData, execArgv: EXEC_ARGV, name: 'log-writer' });
    return new Promise<Worker>((resolve, reject) => {
      worker.on('message', (report: WriterReports) => {
        if (report.kind === 'ready') {
          this.pragmas = report.pragmas;
          this.log = report.log;
          this.fault = null;
          worker.unref();
          resolve(worker);
        } else if (report.kind === 'refused') reject(errorOf(report.fault));
        else this.#hear(report, worker);
      });
      worker.on('error', (error) => {
        this.fault = this.#asFault(error);
      });
      worker.on('exit', () => {
        this.#worker = null;
        const lost = this.fault ?? this.#asFault(new Error('the writer thread has ended'));
        reject(lost);
        for (const ticket of [...this.#waiting.keys()]) this.#take(ticket)?.reject(lost);
      });
    });
  }

  #hear(report: Extract<WriterReports, { kind: 'replies' | 'health' }>, worker: Worker): void {
    if (report.kind === 'health') {
      this.fault = report.fault === null ? null : errorOf(report.fault);
      return;
    }
    for (const reply of unpackReplies(report.replies)) {
      if (reply.outcome === 'appended') this.#seen = Math.max(this.#seen, reply.firstPosition);
      this.#take(reply.ticket)?.resolve(reply);
    }
    if (this.#waiting.size === 0) worker.unref();
  }

  #take(ticket: number): Waiting | undefined {
    const waiting = this.#waiting.get(ticket);
    this.#waiting.delete(ticket);
    return waiting;
  }

  #asFault(error: unknown): CodedError {
    if (error instanceof CodedError) return error;
    const file = this.#options.file;
    return new CodedError('log.unavailable', `${file}: the writer thread failed; send the command again`, {
      cause: error,
    });
  }
}
