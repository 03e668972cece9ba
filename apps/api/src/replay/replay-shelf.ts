import { Inject, Injectable } from '@nestjs/common';
import { caseStream } from '@duban/domain';
import { readWholeStream, type StoredEvent } from '@duban/event-store';
import { caseReplay, type CaseReplay } from '@duban/projections';
import { OFFICE, type Office } from '../office/office.ts';

/** A case with its history, up to the revision that was asked for. */
export type ShelvedCase = { readonly events: readonly StoredEvent[]; readonly replay: CaseReplay };

const MOST = 16;

/**
 * The histories asked for last. Read models are built anew when a person is erased, so that another generation of them
 * empties the shelf: it must not remember what nobody may read any more.
 */
@Injectable()
export class ReplayShelf {
  readonly #office: Office;
  readonly #shelf = new Map<string, Promise<ShelvedCase>>();
  #generation: string | null = null;

  constructor(@Inject(OFFICE) office: Office) {
    this.#office = office;
  }

  of(caseId: string, revision: number): Promise<ShelvedCase> {
    this.#emptyWhenRebuilt();
    const key = `${String(revision)} ${caseId}`;
    const found = this.#shelf.get(key) ?? this.#read(caseId, revision, key);
    this.#shelf.delete(key);
    this.#shelf.set(key, found);
    for (const oldest of this.#shelf.keys()) {
      if (this.#shelf.size <= MOST) break;
      this.#shelf.delete(oldest);
    }
    return found;
  }

  async #read(caseId: string, revision: number, key: string): Promise<ShelvedCase> {
    try {
      const events = (await readWholeStream(this.#office.store, caseStream(caseId))).slice(0, revision + 1);
      return { events, replay: caseReplay(events) };
    } catch (error) {
      this.#shelf.delete(key);
      throw error;
    }
  }

  #emptyWhenRebuilt(): void {
    const { generation } = this.#office.read.health();
    if (generation === this.#generation) return;
    this.#shelf.clear();
    this.#generation = generation;
  }
}
