import { BACKWARDS, END, type EventStoreDBClient, FORWARDS, START } from '@eventstore/db-client';
import { faultOf } from './client-faults.ts';
import type { LogPlace } from './log-place.ts';
import { type RawPage, readPage } from './page-reader.ts';
import type { Session } from './session.ts';

const NOTHING: RawPage = { events: [], cut: false };

export type StreamRead = {
  /** As on the server, with the prefix. */
  readonly stream: string;
  /** Inclusive; `null` is the last one. */
  readonly from: number | null;
  readonly direction: 'forwards' | 'backwards';
  readonly count: number;
};

/** A missing stream is an empty page; the position after which to go on is ours to remember, not the server's. */
export class EsdbReads {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  stream(read: StreamRead): Promise<RawPage> {
    return this.#page((client) =>
      client.readStream(read.stream, {
        fromRevision: read.from === null ? END : BigInt(read.from),
        direction: read.direction === 'forwards' ? FORWARDS : BACKWARDS,
        maxCount: read.count,
        requiresLeader: true,
      }),
    );
  }

  /** From this place on, itself included; `null` is the start of the log. */
  allForwards(from: LogPlace | null, count: number): Promise<RawPage> {
    return this.#page((client) =>
      client.readAll({
        fromPosition: from ?? START,
        direction: FORWARDS,
        maxCount: count,
        requiresLeader: true,
      }),
    );
  }

  /** From before this place on; `null` is the end of the log. */
  allBackwards(from: LogPlace | null, count: number): Promise<RawPage> {
    return this.#page((client) =>
      client.readAll({
        fromPosition: from ?? END,
        direction: BACKWARDS,
        maxCount: count,
        requiresLeader: true,
      }),
    );
  }

  #page(start: (client: EventStoreDBClient) => Parameters<typeof readPage>[0]): Promise<RawPage> {
    return this.#session.ask(async (client) => {
      try {
        return await readPage(start(client), this.#session.timeouts.idleMs);
      } catch (error) {
        if (faultOf(error).kind === 'no-stream') return NOTHING;
        throw error;
      }
    });
  }
}
