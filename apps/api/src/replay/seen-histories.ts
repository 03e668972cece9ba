import { Inject, Injectable } from '@nestjs/common';
import type { Audience } from '@duban/contracts';
import type { Principal } from '@duban/nest';
import type { ReadStore } from '@duban/read-store';
import { seenCase } from '../access/reach.ts';
import { READ_STORE } from '../ports/ports.ts';
import { HistoryCache, type CaseHistory } from './history-cache.ts';

/** The history of a case with what its reader is to it. */
export type SeenHistory = CaseHistory & { readonly audience: Audience };

@Injectable()
export class SeenHistories {
  readonly #read: ReadStore;
  readonly #cache: HistoryCache;

  constructor(@Inject(READ_STORE) read: ReadStore, cache: HistoryCache) {
    this.#read = read;
    this.#cache = cache;
  }

  /** @throws ProblemError `not-found` for a case of which this asker may not know */
  async of(caseId: string, asker: Principal): Promise<SeenHistory> {
    const { view, audience } = await seenCase(this.#read, caseId, asker);
    return { ...(await this.#cache.of(caseId, view.revision)), audience };
  }
}
