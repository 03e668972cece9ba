import { StreamHistory } from './stream-history.ts';

const MOST_STREAMS = 2_000;
const MOST_DEEDS = 200_000;

/** The histories of the streams used last, bounded in number and in size. */
export class HistoryShelf {
  readonly #histories = new Map<string, StreamHistory>();
  #deeds = 0;

  of(stream: string): StreamHistory {
    const history = this.#histories.get(stream) ?? this.#create(stream);
    this.#histories.delete(stream);
    this.#histories.set(stream, history);
    for (const [oldest, { size }] of this.#histories) {
      if ((this.#deeds <= MOST_DEEDS && this.#histories.size <= MOST_STREAMS) || oldest === stream) break;
      this.#histories.delete(oldest);
      this.#deeds -= size;
    }
    return history;
  }

  #create(stream: string): StreamHistory {
    const history: StreamHistory = new StreamHistory((deeds) => {
      // One that has left the shelf may still be in use, and counts no more.
      if (this.#histories.get(stream) === history) this.#deeds += deeds;
    });
    return history;
  }
}
