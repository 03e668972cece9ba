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
  /** Resolves after `stop`; rejects with a coded error when the consumer has to act. */
  readonly ended: Promise<void>;
};

export class SubscriptionRecord {
  status: SubscriptionStatus = 'connecting';
  sessions = 0;
  lastFault: string | null = null;
  readonly waiting = new Map<string, number>();
  #applied = 0;
  #repeated = 0;

  took({ applied, repeated }: Taken): void {
    this.status = 'running';
    this.#applied += applied;
    this.#repeated += repeated;
  }

  snapshot(hasLag: boolean): SubscriptionState {
    const { status, sessions, lastFault } = this;
    const waiting = hasLag ? [...this.waiting.values()].reduce((sum, count) => sum + count, 0) : null;
    return { status, sessions, lastFault, waiting, applied: this.#applied, repeated: this.#repeated };
  }
}
