import { CodedError, LOG_START, type Position } from '@duban/kernel';
import { type LogPage, pageLimit, type ReadLogOptions, type StoredEvent } from '@duban/event-store';
import { unavailable } from './client-faults.ts';
import type { EsdbReads } from './esdb-reads.ts';
import { comparePlaces, isKnown, type LogPlace, placeOf, positionOf } from './log-place.ts';
import type { PatientEnd } from './patient-end.ts';
import type { RawEvent, RawPage } from './page-reader.ts';
import { toStored } from './stored-form.ts';

/** Events looked through for one page, other systems' and unwanted ones included; then the page ends early. */
const LONGEST_SEARCH = 4_096;
const LARGEST_READ = 512;

type Search = {
  readonly limit: number;
  readonly types: ReadonlySet<string> | null;
  readonly events: StoredEvent[];
  place: LogPlace | null;
  looked: number;
  sawOurs: boolean;
};

/** Reads of the log: events of ours in order, past those of the server itself and of other systems. */
export class LogReader {
  readonly #reads: EsdbReads;
  readonly #end: PatientEnd;
  readonly #prefix: string;

  constructor(reads: EsdbReads, end: PatientEnd, prefix: string) {
    this.#reads = reads;
    this.#end = end;
    this.#prefix = prefix;
  }

  async page(options: ReadLogOptions): Promise<LogPage> {
    const search: Search = {
      limit: pageLimit(options.limit),
      types: options.types ? new Set(options.types) : null,
      events: [],
      place: placeOf(options.after ?? LOG_START),
      looked: 0,
      sawOurs: false,
    };
    const begun = search.place;
    let ended = false;
    while (!ended && search.events.length < search.limit && search.looked < LONGEST_SEARCH) {
      ended = await this.#lookOn(search);
    }
    // As long as there is nothing of ours the log counts as empty, and an empty log has no positions.
    const isEmpty = ended && begun === null && !search.sawOurs;
    return { events: search.events, next: isEmpty ? LOG_START : positionIn(search.place) };
  }

  /** One read; answers whether the log ends there. */
  async #lookOn(search: Search): Promise<boolean> {
    const wanted = search.types === null ? search.limit - search.events.length : LARGEST_READ;
    // The read begins with the event that was passed last, so one more is needed.
    const count = Math.min(LARGEST_READ, Math.max(wanted, 16)) + 1;
    const begun = search.place;
    const page = await this.#reads.allForwards(begun, count);
    if (page.events.length === 0 && begun !== null) await this.#checkEnd(begun);
    const isFull = this.#take(search, page);
    return !isFull && !page.cut && page.events.length < count;
  }

  #take(search: Search, page: RawPage): boolean {
    for (const raw of page.events) {
      const place = placeIn(raw);
      if (comparePlaces(place, search.place) <= 0) continue;
      if (search.events.length === search.limit) return true;
      search.place = place;
      search.looked += 1;
      if (!raw.streamId.startsWith(this.#prefix)) continue;
      search.sawOurs = true;
      if (search.types === null || search.types.has(raw.type))
        search.events.push(toStored(raw, this.#prefix));
    }
    return false;
  }

  /** A position beyond the end was handed out by a log that has since been replaced by an older copy. */
  async #checkEnd(after: LogPlace): Promise<void> {
    if (await this.#end.reaches(after)) return;
    throw new CodedError(
      'log.older-than-reader',
      `EventStoreDB ends before ${positionOf(after)} that was asked for: an older copy was put back; rebuild the read models`,
    );
  }
}

const positionIn = (place: LogPlace | null): Position => (place === null ? LOG_START : positionOf(place));

const placeIn = (event: RawEvent): LogPlace => {
  if (isKnown(event.position)) return event.position;
  throw unavailable('EventStoreDB sent an event of the log without its position');
};
