import { setTimeout as wait } from 'node:timers/promises';

const FIRST_MS = 20;

/** Twice as long at every failure up to a bound, and by chance anything below that: many clients must not march in step. */
export class Backoff {
  readonly #longestMs: number;
  #failures = 0;

  constructor(longestMs: number) {
    this.#longestMs = longestMs;
  }

  get failures(): number {
    return this.#failures;
  }

  succeeded(): void {
    this.#failures = 0;
  }

  nextMs(): number {
    const bound = Math.min(this.#longestMs, FIRST_MS * 2 ** Math.min(this.#failures, 20));
    this.#failures += 1;
    return Math.ceil(bound * (0.5 + Math.random() / 2));
  }

  pause(): Promise<void> {
    return wait(this.nextMs(), undefined);
  }
}
