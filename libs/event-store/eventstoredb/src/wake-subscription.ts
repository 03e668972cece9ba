import {
  type AllStreamSubscription,
  type EventStoreDBClient,
  START,
  streamNameFilter,
} from '@eventstore/db-client';
import { comparePositions, LOG_START, type Position } from '@duban/kernel';
import { Backoff } from './backoff.ts';
import { faultOf } from './client-faults.ts';
import type { LogEdge } from './log-edge.ts';
import { isKnown, type LogPlace, positionOf } from './log-place.ts';
import type { Session } from './session.ts';
import type { Timeline } from './timeline.ts';

export type SubscriptionParts = {
  readonly session: Session;
  readonly edge: LogEdge;
  readonly timeline: Timeline;
  readonly prefix: string;
  readonly wake: () => void;
};

/** Events looked through between two checkpoints: others' events move the subscription on as well (E20). */
const SEARCH_WINDOW = 32;

/**
 * A catch-up subscription that only wakes polls (E21), and that is kept alive: after an error, an end, silence or a
 * stall it is begun anew from the last place seen, with growing pauses and without an upper number of tries (E22).
 */
export class WakeSubscription {
  readonly #parts: SubscriptionParts;
  readonly #backoff: Backoff;
  readonly #watch: NodeJS.Timeout;
  #current: AllStreamSubscription | null = null;
  #retry: NodeJS.Timeout | undefined;
  #isLive = false;
  #isClosed = false;
  #seen: LogPlace | null = null;
  /** Our head at the last look, if the subscription had not come to it. */
  #behind: Position | null = null;
  #begun = 0;
  #setbacks = 0;
  #isComparing = false;

  constructor(parts: SubscriptionParts) {
    this.#parts = parts;
    this.#backoff = new Backoff(parts.session.timeouts.longestPauseMs);
    this.#seen = parts.edge.place;
    this.#watch = setInterval(() => void this.#compare(), parts.session.timeouts.watchMs).unref();
    void this.#begin();
  }

  get isLive(): boolean {
    return this.#isLive;
  }

  /** How often it was begun. */
  get begun(): number {
    return this.#begun;
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#watch);
    clearTimeout(this.#retry);
    this.#leave();
  }

  async #begin(): Promise<void> {
    const client = await this.#parts.session.connection.client();
    if (!this.#isClosed) this.#listen(this.#subscribe(client), client);
  }

  #subscribe(client: EventStoreDBClient): AllStreamSubscription {
    this.#begun += 1;
    return client.subscribeToAll({
      fromPosition: this.#seen ?? START,
      requiresLeader: true,
      filter: streamNameFilter({
        prefixes: [this.#parts.prefix],
        maxSearchWindow: SEARCH_WINDOW,
        checkpointInterval: 1,
        // A callback that throws stops the subscription without a word; this one cannot.
        checkpointReached: (_subscription, place) => {
          this.#saw(place);
        },
      }),
    });
  }

  /** All listeners are there before the first turn of the loop: an error without one would end the process. */
  #listen(subscription: AllStreamSubscription, client: EventStoreDBClient): void {
    this.#current = subscription;
    const lost = (error?: unknown) => {
      if (this.#current === subscription) this.#lost(client, error);
    };
    subscription.on('error', lost).on('end', lost).on('close', lost);
    subscription.on('confirmation', () => {
      if (this.#current === subscription) this.#confirmed();
    });
    subscription.on('data', ({ event }) => {
      if (this.#current !== subscription || event === undefined) return;
      this.#sawTime(event.metadata);
      if (isKnown(event.position)) this.#saw(event.position);
      this.#parts.wake();
    });
  }

  #confirmed(): void {
    this.#isLive = true;
    this.#parts.session.pulse.answered();
    this.#backoff.succeeded();
    this.#parts.wake();
  }

  #saw(place: LogPlace): void {
    this.#seen = place;
  }

  #sawTime(metadata: unknown): void {
    if (typeof metadata !== 'object' || metadata === null || !('recordedAt' in metadata)) return;
    if (typeof metadata.recordedAt === 'string') this.#parts.timeline.saw(metadata.recordedAt);
  }

  #lost(client: EventStoreDBClient, error: unknown): void {
    this.#leave();
    if (this.#isClosed) return;
    const fault = error === undefined ? null : faultOf(error);
    if (fault?.kind === 'unknown') void this.#parts.session.connection.renew(client);
    this.#retry = setTimeout(() => void this.#begin(), this.#backoff.nextMs()).unref();
  }

  #leave(): void {
    const old = this.#current;
    this.#current = null;
    this.#isLive = false;
    old?.on('error', () => undefined);
    old?.destroy();
    old?.unsubscribe().catch(() => undefined);
  }

  /**
   * Stall detector (E16): a head that the subscription has not come to between two looks. Also a round trip of its
   * own, which is what readiness rests on (E57).
   */
  async #compare(): Promise<void> {
    if (this.#isComparing) return;
    this.#isComparing = true;
    const head = await this.#parts.edge.head().catch(() => null);
    this.#isComparing = false;
    if (head === null || this.#isClosed) return;
    if (this.#parts.edge.setbacks > this.#setbacks) {
      await this.#beginBefore();
      return;
    }
    const seen = this.#seen === null ? LOG_START : positionOf(this.#seen);
    if (comparePositions(seen, head) >= 0) {
      this.#behind = null;
      return;
    }
    this.#parts.wake();
    const isStalled = this.#behind !== null && comparePositions(seen, this.#behind) < 0;
    this.#behind = head;
    if (isStalled && this.#current !== null) await this.#restart();
  }

  /** An older copy of the log was put back: from where we are nothing would ever come. */
  async #beginBefore(): Promise<void> {
    this.#setbacks = this.#parts.edge.setbacks;
    this.#seen = this.#parts.edge.place;
    await this.#restart();
  }

  async #restart(): Promise<void> {
    this.#behind = null;
    const client = await this.#parts.session.connection.client();
    this.#lost(client, undefined);
  }
}
