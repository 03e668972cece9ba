import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { LOG_START, type Position } from '@duban/kernel';
import type { RunnerState } from '../api/health.ts';
import type { FromWorker, ReaderSource, ToWorker, WorkerStart } from './worker-protocol.ts';
import type { Discarded } from '../control/control-file.ts';
import type { RunnerReport } from './run-loop.ts';
import { silence } from './silence.ts';

/** Causes that trying again does not cure: a newer release, another log, too many parked cases. */
const FINAL = [
  'event.version-unknown',
  'event.type-unknown',
  'projection.revision-gap',
  'projection.too-many-parked',
  'rebuild.differs',
  'log.older-than-reader',
  'runner.no-reader',
];

const FIRST_DELAY_MS = 200;
const LONGEST_DELAY_MS = 30_000;
/** A page that is not committed is read again at the next start: nobody waits for its end. */
const PATIENCE_WITH_PAGE_MS = 700;
const LOOK_MS = 5_000;

export type RunnerStatus = Omit<RunnerReport, 'position' | 'head'> & {
  readonly position: Position;
  readonly head: Position;
  readonly code: string | null;
  readonly message: string | null;
  readonly restarts: number;
};

export type RunnerHandle = {
  readonly status: () => RunnerStatus;
  /** Called after every report; answers the function that ends it. */
  readonly onStatus: (listener: (status: RunnerStatus) => void) => () => void;
  /** Says that something was appended; it only wakes a poll. Give it to the log's `onAppended`. */
  readonly wake: () => void;
  readonly stop: () => Promise<void>;
};

export type StartRunnerOptions = {
  readonly dir: string;
  readonly reader: ReaderSource;
  readonly pollMs?: number;
  /** A file that could not be read was removed, and is built anew from the log. */
  readonly onDiscarded?: (discarded: Discarded) => void;
};

const source = extname(import.meta.url) === '.ts';
const workerFile = new URL(source ? './runner.worker.ts' : './runner.worker.js', import.meta.url);

const newWorker = (start: WorkerStart): Worker =>
  new Worker(workerFile, {
    workerData: start,
    execArgv: source ? ['--conditions=source', '--disable-warning=ExperimentalWarning'] : [],
  });

class Supervisor {
  readonly #start: WorkerStart;
  readonly #onDiscarded: (discarded: Discarded) => void;
  readonly #silence = silence();
  readonly #look: NodeJS.Timeout;
  readonly #listeners = new Set<(status: RunnerStatus) => void>();
  #worker: Worker | null = null;
  #timer: NodeJS.Timeout | undefined;
  #stopping = false;
  #delay = FIRST_DELAY_MS;
  #ended: Promise<void> = Promise.resolve();
  #status: RunnerStatus = {
    state: 'starting',
    generation: null,
    position: LOG_START,
    head: LOG_START,
    parked: 0,
    code: null,
    message: null,
    restarts: 0,
  };

  constructor({ onDiscarded = () => undefined, ...options }: StartRunnerOptions) {
    this.#start = { ...options, owner: `${process.pid} ${randomUUID()}` };
    this.#onDiscarded = onDiscarded;
    this.#look = setInterval(() => {
      this.#replaceIfSilent();
    }, LOOK_MS).unref();
    this.#run();
  }

  handle(): RunnerHandle {
    return {
      status: () => this.#status,
      onStatus: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
      wake: () => {
        this.#tell('wake');
      },
      stop: () => this.#stop(),
    };
  }

  #run(): void {
    const worker = newWorker(this.#start);
    this.#worker = worker;
    this.#silence.heard();
    let failure: Extract<FromWorker, { kind: 'failed' }> | null = null;
    worker.on('message', (message: FromWorker) => {
      this.#silence.heard();
      if (message.kind === 'failed') {
        failure = message;
        this.#failed(message);
      } else if (message.kind === 'discarded') this.#onDiscarded(message.discarded);
      else this.#reported(message.report);
    });
    worker.on('error', (error: unknown) => {
      failure = {
        kind: 'failed',
        code: null,
        message: error instanceof Error ? error.message : String(error),
      };
    });
    this.#ended = new Promise((resolve) => {
      worker.once('exit', () => {
        this.#exited(failure);
        resolve();
      });
    });
  }

  #reported(report: RunnerReport): void {
    if (report.state === 'live') this.#delay = FIRST_DELAY_MS;
    const { position, head } = report;
    this.#set({
      ...report,
      position: position as Position,
      head: head as Position,
      code: null,
      message: null,
    });
  }

  /** From here on nothing of it is live, whether or not the thread comes to its end by itself. */
  #failed({ code, message }: Extract<FromWorker, { kind: 'failed' }>): void {
    this.#set({ state: 'restarting', code, message });
  }

  #replaceIfSilent(): void {
    if (this.#worker === null || !this.#silence.isTooLong()) return;
    this.#set({
      state: 'restarting',
      code: 'runner.silent',
      message: 'the thread of the read models said nothing for a minute; it is replaced',
    });
    void this.#worker.terminate();
  }

  /** Backoff with jitter and no last try (E22); a final cause waits for a person. */
  #exited(failure: Extract<FromWorker, { kind: 'failed' }> | null): void {
    this.#worker = null;
    if (this.#stopping) return;
    const { code, message } = failure ?? { code: null, message: 'the runner ended without a reason' };
    if (code !== null && FINAL.includes(code)) {
      this.#set({ state: 'stopped', code, message });
      return;
    }
    const state: RunnerState = 'restarting';
    this.#set({ state, code, message, restarts: this.#status.restarts + 1 });
    this.#timer = setTimeout(
      () => {
        this.#run();
      },
      this.#delay * (0.5 + Math.random()),
    );
    this.#delay = Math.min(this.#delay * 2, LONGEST_DELAY_MS);
  }

  #set(change: Partial<RunnerStatus>): void {
    this.#status = { ...this.#status, ...change };
    for (const listener of this.#listeners) listener(this.#status);
  }

  async #stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#timer);
    clearInterval(this.#look);
    this.#tell('stop');
    const impatience = setTimeout(() => void this.#worker?.terminate(), PATIENCE_WITH_PAGE_MS);
    await this.#ended;
    clearTimeout(impatience);
  }

  #tell(kind: ToWorker['kind']): void {
    const message: ToWorker = { kind };
    this.#worker?.postMessage(message);
  }
}

/** Starts the runner of this process in a worker thread and keeps it running; a rebuild never stops the caller's thread. */
export const startRunner = (options: StartRunnerOptions): RunnerHandle => new Supervisor(options).handle();
