import { CodedError, type Position } from '@duban/kernel';
import type { AuditLog, RawLog } from '../open-audit-log.ts';
import type { SealingFault, SealingReport } from './sealing-protocol.ts';

export type SealingLoopParts = {
  readonly log: Pick<AuditLog, 'trySeal' | 'store'>;
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

/** Seals behind the appends: the first one starts a short wait, and one checkpoint covers what came until its end. */
export class SealingLoop {
  readonly #parts: SealingLoopParts;
  #timer: NodeJS.Timeout | null = null;
  #round: Promise<void> = Promise.resolve();
  #sealedHead: Position | null = null;
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

  /** Now, behind the round that is under way. */
  seal(): Promise<void> {
    this.#round = this.#round.then(() => this.#sealOnce());
    return this.#round;
  }

  /** No round starts by itself any more; what was appended until now is sealed. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.seal();
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #schedule(ms: number): void {
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.seal();
    }, ms);
  }

  async #sealOnce(): Promise<void> {
    const { log, reader, now, onReport } = this.#parts;
    try {
      const head = await reader.head();
      if (head === this.#sealedHead) return;
      this.#waitingSince ??= now();
      const sealed = await log.trySeal(reader);
      if (sealed === 'busy') {
        if (this.#timer === null) this.#schedule(BUSY_MS);
        return;
      }
      this.#sealedHead = head;
      this.#waitingSince = null;
      this.#fault = null;
    } catch (error) {
      this.#fault = faultOf(error);
      this.#sealedHead = null;
      this.wake();
    }
    onReport(this.report());
  }
}
