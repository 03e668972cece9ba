import { Inject, Injectable } from '@nestjs/common';
import { caseStream } from '@duban/domain';
import { readWholeStream, type EventReader, type StoredEvent } from '@duban/event-store';
import { caseReplay, type CaseReplay } from '@duban/projections';
import type { ReadStore } from '@duban/read-store';
import { EVENT_STORE, READ_STORE } from '../ports/ports.ts';

/** A case with its history, up to the revision that was asked for. */
export type CaseHistory = { readonly events: readonly StoredEvent[]; readonly replay: CaseReplay };

const MOST = 16;

/**
 * The histories asked for last. Read models are built anew when a person is erased, so that another generation of them
 * empties the cache: it must not remember what nobody may read any more.
 */
@Injectable()
export class HistoryCache {
  readonly #store: EventReader;
  readonly #read: Pick<ReadStore, 'health'>;
  readonly #histories = new Map<string, Promise<CaseHistory>>();
  #generation: string | null = null;

  constructor(@Inject(EVENT_STORE) store: EventReader, @Inject(READ_STORE) read: Pick<ReadStore, 'health'>) {
    this.#store = store;
    this.#read = read;
  }

  of(caseId: string, revision: number): Promise<CaseHistory> {
    this.#emptyWhenRebuilt();
    const key = `${String(revision)} ${caseId}`;
    const found = this.#histories.get(key) ?? this.#fetch(caseId, revision, key);
    this.#histories.delete(key);
    this.#histories.set(key, found);
    for (const oldest of this.#histories.keys()) {
      if (this.#histories.size <= MOST) break;
      this.#histories.delete(oldest);
    }
    return found;
  }

  async #fetch(caseId: string, revision: number, key: string): Promise<CaseHistory> {
    try {
      const events = (await readWholeStream(this.#store, caseStream(caseId))).slice(0, revision + 1);
      return { events, replay: caseReplay(events) };
    } catch (error) {
      this.#histories.delete(key);
      throw error;
    }
  }

  #emptyWhenRebuilt(): void {
    const { generation } = this.#read.health();
    if (generation === this.#generation) return;
    this.#histories.clear();
    this.#generation = generation;
  }
}
