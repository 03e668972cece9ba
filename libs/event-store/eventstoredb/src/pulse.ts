/** When the server last answered, and what the last failure was. */
export class Pulse {
  #answeredAt = 0;
  #appendAnsweredAt = 0;
  #failedAt = 0;
  #failure = '';

  answered(): void {
    this.#answeredAt = performance.now();
  }

  appendAnswered(): void {
    this.#appendAnsweredAt = performance.now();
    this.answered();
  }

  failed(text: string): void {
    this.#failedAt = performance.now();
    this.#failure = text;
  }

  /** The failure that no answer has followed, or `null`. */
  get failure(): string | null {
    return this.#failedAt > this.#answeredAt ? this.#failure : null;
  }

  answeredSince(moment: number): boolean {
    return this.#answeredAt >= moment;
  }

  /** Whether appends are answered at all: then one without an answer is slow, and the connection is not stuck. */
  appendsAnsweredSince(moment: number): boolean {
    return this.#appendAnsweredAt >= moment;
  }
}
