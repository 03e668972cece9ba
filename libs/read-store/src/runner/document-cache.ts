import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { emptyDocument, entryOf, foldOnto, type StreamDocument } from '@duban/projections';
import type { EventReader } from '@duban/event-store';
import { readWholeStream } from './read-whole-stream.ts';
import type { StreamTable } from './stream-table.ts';

/** Folded events in memory, over all streams; what is beyond is written out, longest unused first. */
const MOST_EVENTS_CACHED = 150_000;

/** A document this long is written at every 64th revision only; a reader catches it up from the log. */
const LARGE_DOCUMENT = 262_144;

type Held = { readonly document: StreamDocument; moved: boolean; dirty: boolean };

/**
 * The folds of streams. In memory while they are in use, in the file as snapshots that may lag behind: whoever finds one
 * behind folds the rest from the log, so that a crash between two snapshots loses nothing.
 */
export class DocumentCache {
  readonly #reader: EventReader;
  readonly #streams: StreamTable;
  readonly #select: StatementSync;
  readonly #put: StatementSync;
  /** In the order of last use. */
  readonly #held = new Map<string, Held>();
  #weight = 0;

  constructor(db: DatabaseSync, reader: EventReader, streams: StreamTable) {
    this.#reader = reader;
    this.#streams = streams;
    this.#select = db.prepare('SELECT body FROM document WHERE key = ?');
    this.#put = db.prepare('INSERT OR REPLACE INTO document VALUES (?, ?, ?)');
  }

  /** Brings these streams into memory, each at the revision that the rows have. */
  async load(streams: Iterable<string>): Promise<void> {
    for (const stream of streams) {
      if (this.#held.has(stream)) continue;
      const document = await this.#fetch(stream);
      if (document === null) continue;
      this.#held.set(stream, { document, moved: false, dirty: false });
      this.#weight += document.revision + 1;
    }
  }

  /** Of a stream that was loaded; a new stream gets its first event's ordinal as its key. */
  get(stream: string, ordinal: number): StreamDocument {
    return this.#held.get(stream)?.document ?? emptyDocument(stream, ordinal);
  }

  set(document: StreamDocument): void {
    const before = this.#held.get(document.stream)?.document.revision ?? -1;
    this.#weight += document.revision - before;
    this.#held.delete(document.stream);
    this.#held.set(document.stream, { document, moved: true, dirty: true });
  }

  /** Inside the page's transaction; `all` also writes what stays in memory. */
  flush(all: boolean): void {
    for (const held of this.#held.values()) {
      if (held.moved) this.#streams.put(held.document);
      held.moved = false;
      if (!all || !held.dirty) continue;
      this.#write(held.document, false);
      held.dirty = false;
    }
    this.#evict();
  }

  /** After a failure the file is the truth. */
  clear(): void {
    this.#held.clear();
    this.#weight = 0;
  }

  async #fetch(stream: string): Promise<StreamDocument | null> {
    const row = this.#streams.find(stream);
    if (row === null) return null;
    const body = this.#select.get(row.key)?.['body'];
    const snapshot =
      typeof body === 'string' ? (JSON.parse(body) as StreamDocument) : emptyDocument(stream, row.key);
    const from = snapshot.revision + 1;
    if (from > row.revision) return snapshot;
    const rest = await readWholeStream(this.#reader, stream, { from, to: row.revision });
    const ordinals = this.#streams.ordinals(stream, row.key, from);
    return foldOnto(
      snapshot,
      rest.map((stored) => entryOf(stored, ordinals.get(stored.revision) ?? 0)),
    );
  }

  #write(document: StreamDocument, evicted: boolean): void {
    const body = JSON.stringify(document);
    if (!evicted && body.length > LARGE_DOCUMENT && document.revision % 64 !== 0) return;
    this.#put.run(document.key, document.revision, body);
  }

  #evict(): void {
    for (const [stream, { document, dirty }] of this.#held) {
      if (this.#weight <= MOST_EVENTS_CACHED) return;
      if (dirty) this.#write(document, true);
      this.#weight -= document.revision + 1;
      this.#held.delete(stream);
    }
  }
}
