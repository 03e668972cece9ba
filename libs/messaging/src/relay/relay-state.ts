import type { RelayStatus } from '@duban/contracts';
import { CodedError, LOG_START, type Position } from '@duban/kernel';
import type { Batch } from './read-batch.ts';

export type { RelayStatus } from '@duban/contracts';

/** What a relay tells of itself: numbers for metrics, and the last fault in words. */
export type RelayState = {
  readonly status: RelayStatus;
  readonly epoch: number;
  readonly position: Position;
  /** Whether the last look at the log found nothing more. */
  readonly isCaughtUp: boolean;
  /** Age of the oldest event that is not out; 0 when caught up. */
  readonly lagMs: number;
  /** Events of the log that lie behind the position now: coverage, not the highest number seen (E8). */
  readonly passed: number;
  readonly sent: number;
  readonly batches: number;
  readonly failures: number;
  readonly lastFault: string | null;
  readonly lastFaultCode: string | null;
};

export class RelayRecord {
  status: RelayStatus = 'starting';
  epoch = 0;
  position: Position = LOG_START;
  isCaughtUp = false;
  #lastFault: string | null = null;
  #lastFaultCode: string | null = null;
  #oldestWaiting: string | null = null;
  #passed = 0;
  #sent = 0;
  #batches = 0;
  #failures = 0;
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** What the last look at the log found; null: nothing more. */
  found(batch: Batch | null): void {
    this.isCaughtUp = batch === null;
    this.#oldestWaiting = batch?.oldest ?? null;
  }

  wentOut({ messages, events, next }: Batch): void {
    this.position = next;
    this.status = this.status === 'retrying' ? 'running' : this.status;
    this.#passed += events;
    this.#sent += messages.length;
    this.#batches += 1;
  }

  failed(error: unknown): void {
    this.#failures += 1;
    this.#lastFault = error instanceof Error ? error.message : String(error);
    this.#lastFaultCode = error instanceof CodedError ? error.code : null;
  }

  snapshot(): RelayState {
    const age = this.#oldestWaiting === null ? 0 : this.#now() - Date.parse(this.#oldestWaiting);
    return {
      status: this.status,
      epoch: this.epoch,
      position: this.position,
      isCaughtUp: this.isCaughtUp,
      lagMs: this.isCaughtUp ? 0 : Math.max(0, age),
      passed: this.#passed,
      sent: this.#sent,
      batches: this.#batches,
      failures: this.#failures,
      lastFault: this.#lastFault,
      lastFaultCode: this.#lastFaultCode,
    };
  }
}
