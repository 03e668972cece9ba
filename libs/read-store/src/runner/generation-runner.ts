import type { EventReader, LogPage } from '@duban/event-store';
import { comparePositions, LOG_START, type Position } from '@duban/kernel';
import type { Projection } from '@duban/projections';
import { inTransaction } from '@duban/sqlite';
import { tableWriters } from '../store/table-writers.ts';
import { DocumentCache } from './document-cache.ts';
import { ownership, type OwnershipParts, type Progress } from './ownership.ts';
import { foldEvent } from './page-fold.ts';
import { Parking } from './parking.ts';
import { planRetry, retryStream, type Retrying } from './retry-stream.ts';
import { streamTable } from './stream-table.ts';

const EVENTS_PER_PAGE = 5_000;

export type StepResult = {
  readonly position: Position;
  readonly head: Position;
  readonly ordinal: number;
  readonly events: number;
  readonly caughtUp: boolean;
  readonly parked: number;
};

export type GenerationRunner = {
  /** False while another process writes. */
  readonly acquire: () => boolean;
  /** Reads one page and commits its rows with its position. Afterwards everything up to `position` is in the rows. */
  readonly step: () => Promise<StepResult>;
  readonly retry: (stream: string) => Promise<void>;
  readonly release: () => void;
};

export type RunnerParts = OwnershipParts & {
  readonly reader: EventReader;
  readonly projections: readonly Projection[];
  readonly eventsPerPage?: number;
};

class Runner implements GenerationRunner {
  readonly #parts: RunnerParts;
  readonly #retrying: Retrying;
  readonly #ownership: ReturnType<typeof ownership>;
  #at: Progress = { position: LOG_START, ordinal: 0 };

  constructor(parts: RunnerParts) {
    const { db, reader, projections } = parts;
    const streams = streamTable(db);
    this.#parts = parts;
    this.#ownership = ownership(parts);
    this.#retrying = {
      projections,
      reader,
      streams,
      documents: new DocumentCache(db, reader, streams),
      parking: new Parking(db),
      writers: tableWriters(
        db,
        projections.flatMap(({ tables }) => tables),
      ),
    };
  }

  acquire(): boolean {
    const at = this.#ownership.acquire();
    if (at === null) return false;
    this.#forget();
    this.#at = at;
    return true;
  }

  async step(): Promise<StepResult> {
    const { reader, eventsPerPage = EVENTS_PER_PAGE } = this.#parts;
    const head = await reader.head();
    const { position } = this.#at;
    const page =
      position === head
        ? { events: [], next: position }
        : await reader.readLog({ after: position, limit: eventsPerPage });
    const caughtUp = comparePositions(page.next, head) >= 0;
    if (page.next === position) this.#ownership.keep(head);
    else await this.#commit(page, { head, caughtUp });
    return {
      ...this.#at,
      head,
      events: page.events.length,
      caughtUp,
      parked: this.#retrying.parking.count(),
    };
  }

  async retry(stream: string): Promise<void> {
    const plan = await planRetry(this.#retrying, stream);
    if (plan === null) return;
    await this.#retrying.documents.load([stream]);
    this.#transaction(() => {
      retryStream(this.#retrying, plan);
      this.#flush(true);
      this.#ownership.advance(this.#at.position, this.#at, this.#at.position);
    });
  }

  release(): void {
    this.#ownership.release();
  }

  async #commit(page: LogPage, { head, caughtUp }: { head: Position; caughtUp: boolean }): Promise<void> {
    await this.#retrying.documents.load(new Set(page.events.map(({ stream }) => stream)));
    const { position, ordinal } = this.#at;
    const next = { position: page.next, ordinal: ordinal + page.events.length };
    this.#transaction(() => {
      page.events.forEach((stored, index) => {
        foldEvent(this.#retrying, stored, ordinal + 1 + index);
      });
      this.#flush(caughtUp);
      this.#ownership.advance(position, next, head);
    });
    this.#at = next;
  }

  #flush(all: boolean): void {
    this.#retrying.writers.flush();
    this.#retrying.documents.flush(all);
  }

  #transaction(work: () => void): void {
    try {
      inTransaction(this.#parts.db, work);
    } catch (error) {
      this.#forget();
      throw error;
    }
  }

  /** After any failure the file is the truth (E25). */
  #forget(): void {
    this.#retrying.writers.clear();
    this.#retrying.documents.clear();
    this.#retrying.parking.reload();
  }
}

/** Folds the log into one generation's file, a page at a time. */
export const generationRunner = (parts: RunnerParts): GenerationRunner => new Runner(parts);
