import { LOG_START, type Position } from '@duban/kernel';
import type { EsdbReads } from './esdb-reads.ts';
import { comparePlaces, isKnown, type LogPlace, positionOf } from './log-place.ts';
import type { RawEvent } from './page-reader.ts';
import type { PatientEnd } from './patient-end.ts';
import type { Timeline } from './timeline.ts';

const FIRST_LOOK = 1;
const LONGEST_LOOK = 512;

type LogEdgeOptions = { readonly prefix: string; readonly timeline: Timeline };

/** Where the log ends, and the last event of ours in it. Events of others are looked through once (E17). */
export class LogEdge {
  readonly #reads: EsdbReads;
  readonly #end: PatientEnd;
  readonly #prefix: string;
  readonly #timeline: Timeline;
  /** Everything up to here is known. */
  #known: LogPlace | null = null;
  #last: Position = LOG_START;
  #setbacks = 0;

  constructor(reads: EsdbReads, end: PatientEnd, { prefix, timeline }: LogEdgeOptions) {
    this.#reads = reads;
    this.#end = end;
    this.#prefix = prefix;
    this.#timeline = timeline;
  }

  /** The end of the log as last looked at, other systems' events included. */
  get place(): LogPlace | null {
    return this.#known;
  }

  /** How often the log was found to end before where it ended. */
  get setbacks(): number {
    return this.#setbacks;
  }

  /** Position of our last event. Looks backwards from the end, which is one small read as long as we write most. */
  async head(): Promise<Position> {
    const before = this.#known;
    let newest: LogPlace | null = null;
    let from: LogPlace | null = null;
    for (let count = FIRST_LOOK; ; count = Math.min(count * 8, LONGEST_LOOK)) {
      const { events } = await this.#reads.allBackwards(from, count);
      newest ??= placeIn(events[0]);
      if (before !== null && comparePlaces(newest, before) < 0) return this.#lookAgain(before);
      const look = this.#lookThrough(events, before);
      if (look.ours !== undefined) return this.#advance(newest, look.ours);
      if (look.done || events.length === 0) return this.#advance(newest, undefined);
      from = placeIn(events.at(-1));
    }
  }

  #lookThrough(events: readonly RawEvent[], before: LogPlace | null): { ours?: RawEvent; done: boolean } {
    for (const event of events) {
      if (comparePlaces(placeIn(event), before) <= 0) return { done: true };
      if (event.streamId.startsWith(this.#prefix)) return { ours: event, done: true };
    }
    return { done: false };
  }

  /** Several looks may be under way; the one that saw furthest counts. */
  #advance(newest: LogPlace | null, ours: RawEvent | undefined): Position {
    const place = placeIn(ours);
    if (place !== null && positionOf(place) > this.#last) this.#last = positionOf(place);
    if (comparePlaces(newest, this.#known) > 0) this.#known = newest;
    const recordedAt = recordedAtOf(ours);
    if (recordedAt !== undefined) this.#timeline.saw(recordedAt);
    return this.#last;
  }

  async #lookAgain(before: LogPlace): Promise<Position> {
    return (await this.#end.reaches(before)) ? this.head() : this.#wentBack();
  }

  /** The log ends before a place that we have seen, and goes on doing so: an older copy was put back. */
  #wentBack(): Promise<Position> {
    this.#setbacks += 1;
    this.#known = null;
    this.#last = LOG_START;
    return this.head();
  }
}

const placeIn = (event: RawEvent | undefined): LogPlace | null =>
  isKnown(event?.position) ? event.position : null;

const recordedAtOf = (event: RawEvent | undefined): string | undefined => {
  const metadata: unknown = event?.metadata;
  if (typeof metadata !== 'object' || metadata === null || !('recordedAt' in metadata)) return undefined;
  return typeof metadata.recordedAt === 'string' ? metadata.recordedAt : undefined;
};
