/**
 * Times of recording never run backwards as far as this process has seen the log. Another process may be ahead of our
 * clock and unseen for the moment; the page of this adapter says what that means.
 */
export class Timeline {
  #latest = '';

  saw(recordedAt: string): void {
    if (recordedAt > this.#latest) this.#latest = recordedAt;
  }

  stamp(now: number): string {
    this.saw(new Date(now).toISOString());
    return this.#latest;
  }
}
