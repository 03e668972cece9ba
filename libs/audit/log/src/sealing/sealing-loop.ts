import { CodedError, type Position } from '@duban/kernel';
import { hasNewsFrom } from '../housekeeping.ts';
import type { AuditLog, RawLog, SealingPart } from '../open-audit-log.ts';
import type { SealingFault, SealingReport } from './sealing-protocol.ts';

export type SealingLoopParts = {
  readonly log: Pick<AuditLog, 'trySeal' | 'tryPrepare' | 'store'>;
  readonly part: SealingPart;
  readonly reader: RawLog;
  readonly gatherMs: number;
  readonly now: () => number;
  readonly onReport: (report: SealingReport) => void;
};

const RETRY_MS = 5_000;
const BUSY_MS = 50;

export const faultOf = (error: unknown): SealingFault => ({
  code: error instanceof CodedError ? error.code : 'internal',
  message: error instanceof Error ? error.message : String(error),
});

/**
 * Seals behind the appends: the first one starts a short wait, and one checkpoint covers what came until its end. Whoever
 * signs only when told to follows behind the appends.
 */
export class SealingLoop {
  readonly #parts: SealingLoopParts;
  #timer: NodeJS.Timeout | null = null;
  #round: Promise<void> = Promise.resolve();
  #reachedHead: Position | null = null;
  #waitingSince: number | null = null;
  #fault: SealingFault | null = null;

  constructor(parts: SealingLoopParts) {
    this.#parts = parts;
  }

  report(): SealingReport {
    const sealedSize = this.#parts.log.store.latestCheckpoint()?.size ?? 0;
    const others = { witnessFault: null, timestampFault: null };
    return { sealedSize, waitingSince: this.#waitingSince, fault: this.#fault, ...others };
  }

  /** There may be more. Called often, so it only looks whether the head has moved. */
  wake(): void {
    if (this.#timer !== null) return;
    this.#schedule(this.#fault === null ? this.#parts.gatherMs : RETRY_MS);
  }

  /** Now, behind the round that is under way. The signer signs. */
  seal(): Promise<void> {
    return this.#next(this.#parts.part === 'signer');
  }

  /** No round starts by itself any more; what was appended until now is sealed. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#next(false);
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #schedule(ms: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#next(false);
    }, ms);
  }

  #next(isSigning: boolean): Promise<void> {
    this.#round = this.#round.then(() => this.#sealOnce(isSigning));
    return this.#round;
  }

  async #sealOnce(isSigning: boolean): Promise<void> {
    const { reader, onReport } = this.#parts;
    try {
      const head = await reader.head();
      if (head === this.#reachedHead && !isSigning) return;
      if (!(await this.#attempt(isSigning))) return;
      this.#reachedHead = head;
      this.#fault = null;
    } catch (error) {
      this.#fault = faultOf(error);
      this.#reachedHead = null;
      this.wake();
    }
    onReport(this.report());
  }

  /** False: somebody else holds the lock; it is tried again. */
  async #attempt(isSigning: boolean): Promise<boolean> {
    const { log, reader, part, now } = this.#parts;
    if (part === 'alone') this.#waitingSince ??= now();
    const work = part === 'signer' && !isSigning ? log.tryPrepare : log.trySeal;
    const sealed = await work(reader);
    if (sealed === 'busy') {
      if (this.#timer === null) this.#schedule(BUSY_MS);
      return false;
    }
    // Where others sign, what they write about it lies behind their newest head for ever.
    const isWaiting = part !== 'alone' && hasNewsFrom(log.store, sealed?.size ?? 0);
    this.#waitingSince = isWaiting ? (this.#waitingSince ?? now()) : null;
    return true;
  }
}
