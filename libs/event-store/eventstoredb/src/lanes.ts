/** Tasks of one name run one after the other, those of different names beside each other. */
export class Lanes {
  readonly #last = new Map<string, Promise<void>>();

  get busy(): boolean {
    return this.#last.size > 0;
  }

  run<Answer>(name: string, task: () => Promise<Answer>): Promise<Answer> {
    const before = this.#last.get(name) ?? Promise.resolve();
    const answer = before.then(task);
    const done = answer.then(
      () => undefined,
      () => undefined,
    );
    const last = done.then(() => {
      if (this.#last.get(name) === last) this.#last.delete(name);
    });
    this.#last.set(name, last);
    return answer;
  }

  /** Resolves when all that was begun before has ended. */
  async drained(): Promise<void> {
    await Promise.all(this.#last.values());
  }
}
