/** The lanes of one consumer, and where each goes on. A lane without a place has to be looked up in the inbox first. */
export class PartitionLanes {
  readonly #places = new Map<string, string | null>();

  static nameOf(topic: string, partition: number): string {
    return `kafka:${topic}/${partition}`;
  }

  has(lane: string): boolean {
    return this.#places.has(lane);
  }

  at(lane: string): string | null {
    return this.#places.get(lane) ?? null;
  }

  put(lane: string, place: string | null): void {
    this.#places.set(lane, place);
  }

  forget(lane: string): void {
    this.#places.delete(lane);
  }

  /** After a rebalance anything may have happened to them elsewhere. */
  forgetAll(): void {
    this.#places.clear();
  }
}
