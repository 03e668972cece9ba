import type { DatabaseSync } from 'node:sqlite';
import { emptyDocument, entryOf, foldOnto, type StreamDocument } from '@duban/projections';
import type { EventReader } from '@duban/event-store';
import { readWholeStream } from './read-whole-stream.ts';
import type { StreamTable } from './stream-table.ts';

/** Folded events in memory, over all streams; what is beyond is written out, oldest use first. */
const MOST_EVENTS_CACHED = 150_000;

/** A document this long is written at every 64th revision only; a reader catches it up from the log. */
const LARGE_DOCUMENT = 262_144;

/**
 * The folds of streams. In memory while they are in use, in the file as snapshots that may lag behind: whoever finds one
 * behind folds the rest from the log, so that a crash between two snapshots loses nothing.
 */
export type DocumentCache = {
  /** Brings these streams into memory, each at the revision that the rows have. */
  readonly load: (streams: Iterable<string>) => Promise<void>;
  /** Of a stream that was loaded; a new stream gets its first event's ordinal as its key. */
  readonly get: (stream: string, ordinal: number) => StreamDocument;
  readonly set: (document: StreamDocument) => void;
  /** Inside the page's transaction; `all` also writes what stays in memory. */
  readonly flush: (all: boolean) => void;
  /** After a failure the file is the truth. */
  readonly clear: () => void;
};

type Held = { document: StreamDocument; moved: boolean; dirty: boolean };

export const documentCache = (db: DatabaseSync, reader: EventReader, streams: StreamTable): DocumentCache => {
  const select = db.prepare('SELECT body FROM document WHERE key = ?');
  const put = db.prepare('INSERT OR REPLACE INTO document VALUES (?, ?, ?)');
  const held = new Map<string, Held>();
  let weight = 0;

  const fetch = async (stream: string): Promise<StreamDocument | null> => {
    const row = streams.find(stream);
    if (row === null) return null;
    const body = select.get(row.key)?.['body'];
    const snapshot =
      typeof body === 'string' ? (JSON.parse(body) as StreamDocument) : emptyDocument(stream, row.key);
    const from = snapshot.revision + 1;
    if (from > row.revision) return snapshot;
    const rest = await readWholeStream(reader, stream, { from, to: row.revision });
    const ordinals = streams.ordinals(stream, row.key, from);
    return foldOnto(
      snapshot,
      rest.map((stored) => entryOf(stored, ordinals.get(stored.revision) ?? 0)),
    );
  };
  const write = ({ document }: Held, evicted: boolean): void => {
    const body = JSON.stringify(document);
    if (!evicted && body.length > LARGE_DOCUMENT && document.revision % 64 !== 0) return;
    put.run(document.key, document.revision, body);
  };
  const evict = (): void => {
    for (const [stream, one] of held) {
      if (weight <= MOST_EVENTS_CACHED) return;
      if (one.dirty) write(one, true);
      weight -= one.document.revision + 1;
      held.delete(stream);
    }
  };
  return {
    load: async (names) => {
      for (const stream of names) {
        if (held.has(stream)) continue;
        const document = await fetch(stream);
        if (document === null) continue;
        held.set(stream, { document, moved: false, dirty: false });
        weight += document.revision + 1;
      }
    },
    get: (stream, ordinal) => held.get(stream)?.document ?? emptyDocument(stream, ordinal),
    set: (document) => {
      const before = held.get(document.stream);
      weight += document.revision - (before?.document.revision ?? -1);
      // Deleted first, so that the order of the map is the order of last use.
      held.delete(document.stream);
      held.set(document.stream, { document, moved: true, dirty: true });
    },
    flush: (all) => {
      for (const one of held.values()) {
        if (one.moved) streams.put(one.document);
        one.moved = false;
        if (!all || !one.dirty) continue;
        write(one, false);
        one.dirty = false;
      }
      evict();
    },
    clear: () => {
      held.clear();
      weight = 0;
    },
  };
};
