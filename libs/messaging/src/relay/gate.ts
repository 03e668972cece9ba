/** Holds one waiter until it is opened. Opening it when nobody waits lets the next one through at once. */
export class Gate {
  #isOpen = false;
  #pass: (() => void) | null = null;

  readonly open = (): void => {
    this.#isOpen = true;
    this.#pass?.();
  };

  readonly shut = (): void => {
    this.#isOpen = false;
  };

  async wait(): Promise<void> {
    if (this.#isOpen) return;
    await new Promise<void>((resolve) => {
      this.#pass = resolve;
    });
    this.#pass = null;
  }
}
