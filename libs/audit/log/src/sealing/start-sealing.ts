import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type {
  FromSealing,
  SealingFault,
  SealingReport,
  SealingStart,
  ToSealing,
} from './sealing-protocol.ts';

export type Sealing = {
  readonly report: () => SealingReport;
  /** Answers when what is in the log now is sealed, or when that failed: `report` says which. */
  readonly sealNow: () => Promise<void>;
  /** Seals what is left, then ends. */
  readonly stop: () => Promise<void>;
};

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;

const source = extname(import.meta.url) === '.ts';
const workerFile = new URL(source ? './sealing.worker.ts' : './sealing.worker.js', import.meta.url);

/** Keeps the sealing thread running: whatever ends it is reported, and it begins again where its files are. */
class Supervisor {
  readonly #start: SealingStart;
  readonly #onFault: (fault: SealingFault) => void;
  readonly #onReport: () => void;
  readonly #waiting = new Map<number, () => void>();
  #worker: Worker | null = null;
  #ended: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #stopping = false;
  #delay = FIRST_DELAY_MS;
  #requests = 0;
  #report: SealingReport = {
    ...{ sealedSize: 0, waitingSince: null },
    ...{ fault: null, witnessFault: null, timestampFault: null },
  };

  constructor(start: SealingStart, onFault: (fault: SealingFault) => void, onReport: () => void) {
    this.#start = start;
    this.#onFault = onFault;
    this.#onReport = onReport;
    this.#run();
  }

  handle(): Sealing {
    return {
      report: () => this.#report,
      sealNow: () => this.#sealNow(),
      stop: async () => {
        this.#stopping = true;
        clearTimeout(this.#timer);
        this.#tell({ kind: 'stop' });
        await this.#ended;
      },
    };
  }

  #run(): void {
    const execArgv = source ? ['--conditions=source', '--disable-warning=ExperimentalWarning'] : [];
    const worker = new Worker(workerFile, { workerData: this.#start, execArgv });
    this.#worker = worker;
    worker.on('message', (message: FromSealing) => {
      this.#heard(message);
    });
    worker.on('error', (error: unknown) => {
      this.#failed(error);
    });
    this.#ended = new Promise((resolve) => {
      worker.once('exit', () => {
        this.#exited();
        resolve();
      });
    });
  }

  #heard(message: FromSealing): void {
    this.#delay = FIRST_DELAY_MS;
    if (message.kind === 'report') this.#set(message.report);
    else this.#answer(message.request);
  }

  #failed(error: unknown): void {
    // Errors lose their class on the way between threads, and keep their own properties.
    const { code } = error as { readonly code?: unknown };
    const message = error instanceof Error ? error.message : String(error);
    const fault = { code: typeof code === 'string' ? code : 'internal', message };
    this.#set({ ...this.#report, fault });
  }

  /** A fault that stays is told once, not at every try. */
  #set(report: SealingReport): void {
    const faultsOf = ({ fault, witnessFault, timestampFault }: SealingReport) => [
      fault,
      witnessFault,
      timestampFault,
    ];
    const before = faultsOf(this.#report).map((fault) => fault?.code);
    this.#report = report;
    for (const fault of faultsOf(report)) {
      if (fault !== null && !before.includes(fault.code)) this.#onFault(fault);
    }
    this.#onReport();
  }

  #exited(): void {
    this.#worker = null;
    for (const request of [...this.#waiting.keys()]) this.#answer(request);
    if (this.#stopping) return;
    this.#timer = setTimeout(() => {
      this.#run();
    }, this.#delay).unref();
    this.#delay = Math.min(this.#delay * 2, LONGEST_DELAY_MS);
  }

  #sealNow(): Promise<void> {
    this.#requests += 1;
    const request = this.#requests;
    return new Promise((resolve) => {
      this.#waiting.set(request, resolve);
      if (!this.#tell({ kind: 'seal', request })) this.#answer(request);
    });
  }

  #answer(request: number): void {
    this.#waiting.get(request)?.();
    this.#waiting.delete(request);
  }

  #tell(message: ToSealing): boolean {
    this.#worker?.postMessage(message);
    return this.#worker !== null;
  }
}

/**
 * Seals in a thread of its own, behind the appends. `onFault` hears of every new fault, `onReport` that there is something
 * new to be asked for.
 */
export const startSealing = (
  start: SealingStart,
  onFault: (fault: SealingFault) => void,
  onReport: () => void = () => undefined,
): Sealing => new Supervisor(start, onFault, onReport).handle();
