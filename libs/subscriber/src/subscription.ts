import type { Taken } from './inbox/inbox.port.ts';

/** `failed`: the consumer has to act; the place has not moved beyond what failed. */
export type SubscriptionStatus = 'connecting' | 'running' | 'retrying' | 'ended' | 'failed';

export type SubscriptionState = {
  readonly status: SubscriptionStatus;
  readonly applied: number;
  /** Came again and were passed over. */
  readonly repeated: number;
  /** Sessions begun, the first included. */
  readonly sessions: number;
  readonly lastFault: string | null;
  /** Messages that wait in Kafka, over all partitions, when last heard of; null for SSE. */
  readonly waiting: number | null;
};

export type Subscription = {
  readonly state: () => SubscriptionState;
  /** Finishes the transaction that is open, and ends. */
  readonly stop: () => Promise<void>;
  /** Resolves after `stop`, or when the consumer has had enough; rejects with a coded error when the consumer has to act. */
  readonly ended: Promise<void>;
};

/** Told of every change of status, and of every new fault while it retries. Must not throw. */
export type Watch = (state: SubscriptionState) => void;

export class SubscriptionRecord {
  sessions = 0;
  lastFault: string | null = null;
  readonly waiting = new Map<string, number>();
  readonly #hasLag: boolean;
  readonly #watch: Watch;
  #status: SubscriptionStatus = 'connecting';
  #told: string | null = null;
  #applied = 0;
  #repeated = 0;
  #hasEnough = false;

  constructor(hasLag: boolean, watch: Watch) {
    this.#hasLag = hasLag;
    this.#watch = watch;
  }

  /** The consumer wants no more. */
  get hasEnough(): boolean {
    return this.#hasEnough;
  }

  set status(status: SubscriptionStatus) {
    const { lastFault } = this;
    if (status === this.#status && (status !== 'retrying' || lastFault === this.#told)) return;
    this.#status = status;
    this.#told = lastFault;
    this.#watch(this.snapshot());
  }

  took({ applied, repeated, isEnough }: Taken): void {
    this.status = 'running';
    this.#applied += applied;
    this.#repeated += repeated;
    if (isEnough === true) this.#hasEnough = true;
  }

  snapshot(): SubscriptionState {
    const { sessions, lastFault } = this;
    const status = this.#status;
    const waiting = this.#hasLag ? [...this.waiting.values()].reduce((sum, count) => sum + count, 0) : null;
    return { status, sessions, lastFault, waiting, applied: this.#applied, repeated: this.#repeated };
  }
}
