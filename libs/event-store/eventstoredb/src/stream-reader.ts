import { pageLimit, type ReadStreamOptions, type StoredEvent, type StreamPage } from '@duban/event-store';
import { damaged } from './client-faults.ts';
import type { EsdbReads } from './esdb-reads.ts';
import type { HistoryShelf } from './history-shelf.ts';
import type { RawPage } from './page-reader.ts';
import { type Kept, toKept } from './stored-form.ts';
import type { Deed, StreamHistory } from './stream-history.ts';
import type { Timeline } from './timeline.ts';

const HISTORY_PAGE = 512;

export type StreamReaderParts = {
  readonly reads: EsdbReads;
  readonly shelf: HistoryShelf;
  readonly prefix: string;
  readonly timeline: Timeline;
  readonly searchDepth: number;
};

/** Reads of one stream, and what its history tells about commands. */
export class StreamReader {
  readonly #parts: StreamReaderParts;

  constructor(parts: StreamReaderParts) {
    this.#parts = parts;
  }

  async page(stream: string, options: ReadStreamOptions): Promise<StreamPage> {
    const limit = pageLimit(options.limit);
    const backwards = options.direction === 'backwards';
    const step = backwards ? -1 : 1;
    // One event beyond the page tells whether there is another page.
    const { events: found, cut } = backwards
      ? await this.#backwards(stream, options.from ?? null, limit + 1)
      : await this.#forwards(stream, options.from ?? 0, limit + 1);
    // Who reads a stream from its start to decide saves the writer the search.
    if (!backwards) this.#parts.shelf.of(stream).learn(found);
    const shown = cut || found.length > limit ? found.slice(0, Math.min(limit, found.length - 1)) : found;
    const events = shown.map(({ event }) => event);
    const last = events.at(-1);
    return { events, next: last !== undefined && events.length < found.length ? last.revision + step : null };
  }

  /** The events of a command, by where its stream's history says they are; the history learns of them. */
  async eventsOf(
    stream: string,
    { first, count }: Pick<Deed, 'first' | 'count'>,
    history: StreamHistory,
  ): Promise<readonly StoredEvent[]> {
    const events: StoredEvent[] = [];
    while (events.length < count) {
      const page = await this.#forwards(stream, first + events.length, count - events.length);
      if (page.events.length === 0) throw damaged(`events of ${stream} that were there are missing`);
      history.learn(page.events);
      events.push(...page.events.map(({ event }) => event));
    }
    return events;
  }

  async findCommand(stream: string, commandId: string): Promise<readonly StoredEvent[]> {
    const history = this.#parts.shelf.of(stream);
    await this.refresh(stream, history);
    const deed = history.find(commandId);
    return deed === undefined ? [] : this.eventsOf(stream, deed, history);
  }

  /** Brings a history up to the end of its stream; the first time by a search backwards that is bounded. */
  async refresh(stream: string, history: StreamHistory): Promise<void> {
    if (!history.isKnown && (await this.#search(stream, history))) return;
    for (;;) {
      const { events, cut } = await this.#forwards(stream, (history.tail ?? -1) + 1, HISTORY_PAGE);
      history.learn(events);
      if (!cut && events.length < HISTORY_PAGE) return;
    }
  }

  /** Answers whether the history is up to date then: a reader may have begun it meanwhile, and is not at the end. */
  async #search(stream: string, history: StreamHistory): Promise<boolean> {
    const found: Kept[] = [];
    let from: number | null = null;
    while (found.length < this.#parts.searchDepth) {
      const { events } = await this.#backwards(stream, from, HISTORY_PAGE);
      found.push(...events);
      const first = events.at(-1)?.event.revision ?? 0;
      if (first === 0) break;
      from = first - 1;
    }
    found.reverse();
    return history.begin(found, (found[0]?.event.revision ?? 0) === 0);
  }

  /** @throws CodedError `log.unavailable` where events are missing, which only truncation or a scavenge can do */
  async #forwards(stream: string, from: number, count: number) {
    const page = this.#kept(await this.#read(stream, from, 'forwards', count));
    for (const [index, { event }] of page.events.entries()) {
      if (event.revision !== from + index) throw damaged(`event ${from + index} of ${stream} is missing`);
    }
    return page;
  }

  /** The server answers nothing when asked for a place beyond the end; the last event is meant then. */
  async #backwards(stream: string, from: number | null, count: number) {
    const page = this.#kept(await this.#read(stream, from, 'backwards', count));
    if (from === null || page.events.length > 0) return page;
    const { events } = await this.#read(stream, null, 'backwards', 1);
    const last = events[0] === undefined ? null : Number(events[0].revision);
    if (last === null || last > from) return page;
    return this.#kept(await this.#read(stream, last, 'backwards', count));
  }

  #read(
    stream: string,
    from: number | null,
    direction: 'forwards' | 'backwards',
    count: number,
  ): Promise<RawPage> {
    const { reads, prefix } = this.#parts;
    return reads.stream({ stream: prefix + stream, from, direction, count });
  }

  #kept({ events, cut }: RawPage): { readonly events: readonly Kept[]; readonly cut: boolean } {
    const { prefix, timeline } = this.#parts;
    const kept = events.map((event) => toKept(event, prefix));
    // Who appends at an exact revision has seen all before it, so times never run backwards within a stream.
    for (const { event } of kept) timeline.saw(event.metadata.recordedAt);
    return { events: kept, cut };
  }
}
