import type { Kept } from './stored-form.ts';

/** Where the events of one command are in its stream. */
export type Deed = {
  readonly digest: string;
  readonly writeId: string;
  readonly first: number;
  count: number;
};

/**
 * Which commands a stream holds, up to a revision that grows: what was seen of it stays true, since nothing in it
 * ever changes. Events are not kept.
 */
export class StreamHistory {
  readonly #deeds = new Map<string, Deed>();
  readonly #grew: (deeds: number) => void;
  #tail: number | null = null;
  #isKnown = false;

  constructor(grew: (deeds: number) => void) {
    this.#grew = grew;
  }

  /** Last revision seen; `null`: no event seen. */
  get tail(): number | null {
    return this.#tail;
  }

  /** Whether everything up to {@link tail} has been seen. */
  get isKnown(): boolean {
    return this.#isKnown;
  }

  get size(): number {
    return this.#deeds.size;
  }

  find(commandId: string): Deed | undefined {
    return this.#deeds.get(commandId);
  }

  /** Takes in what follows on what was seen, and ignores the rest. */
  learn(events: readonly Kept[]): void {
    for (const kept of events) {
      if (kept.event.revision !== (this.#tail ?? -1) + 1) continue;
      this.#isKnown = true;
      this.#add(kept);
    }
  }

  /**
   * What a search backwards has found, in order; `isWhole` unless it ended before the first event. Ignored once
   * there is a beginning.
   */
  begin(events: readonly Kept[], isWhole: boolean): boolean {
    if (this.#isKnown) return false;
    this.#isKnown = true;
    for (const kept of events) this.#add(kept);
    const cut = events[0]?.event.metadata.commandId;
    // Some of its events may lie before those that were looked at.
    if (!isWhole && cut !== undefined && this.#deeds.delete(cut)) this.#grew(-1);
    return true;
  }

  #add({ event: { revision, metadata }, writeId }: Kept): void {
    this.#tail = revision;
    const deed = this.#deeds.get(metadata.commandId);
    if (deed !== undefined) {
      deed.count = revision - deed.first + 1;
      return;
    }
    const digest = metadata.commandDigest;
    this.#deeds.set(metadata.commandId, { digest, writeId, first: revision, count: 1 });
    this.#grew(1);
  }
}
