import { setTimeout as wait } from 'node:timers/promises';
import type { EsdbReads } from './esdb-reads.ts';
import { comparePlaces, isKnown, type LogPlace } from './log-place.ts';

const BETWEEN_LOOKS_MS = 250;

/**
 * Whether the log reaches a place that was seen before. A leader that wakes up answers for seconds with the end that it had when it
 * fell asleep, and a new one may know less for a moment; only what lasts is a log that was put back. So it looks several times.
 */
export class PatientEnd {
  readonly #reads: Pick<EsdbReads, 'allBackwards'>;
  readonly #patienceMs: number;

  constructor(reads: Pick<EsdbReads, 'allBackwards'>, patienceMs: number) {
    this.#reads = reads;
    this.#patienceMs = patienceMs;
  }

  async reaches(place: LogPlace): Promise<boolean> {
    const until = performance.now() + this.#patienceMs;
    for (;;) {
      const [last] = (await this.#reads.allBackwards(null, 1)).events;
      if (isKnown(last?.position) && comparePlaces(last.position, place) >= 0) return true;
      if (performance.now() >= until) return false;
      await wait(Math.min(BETWEEN_LOOKS_MS, this.#patienceMs));
    }
  }
}
