import { randomUUID } from 'node:crypto';
import { decodeEventOf, leaseStream, type LeaseEvent } from '@duban/contracts';
import type { EventStore } from '@duban/event-store';
import { CodedError, type Clock } from '@duban/kernel';
import { instantOf, legalTimeOf } from '../command/legal-time.ts';
import { newEvents } from '../command/new-events.ts';
import { encodeThroughRegistry } from '../command/stream-kind.ts';
import { SYSTEM_ACTOR } from '../reference/reference-commands.ts';

export type Claim =
  | { readonly outcome: 'taken'; readonly epoch: number }
  /** `until`: epoch milliseconds from which it may be claimed, unless it is released or renewed before. */
  | { readonly outcome: 'held'; readonly holder: string; readonly until: number };

/**
 * The right to do a piece of work that only one process may do at a time, kept in the log itself (E45): who takes it
 * appends the next epoch at an exact revision, so that of two who claim one is refused.
 */
export type Lease = {
  readonly claim: () => Promise<Claim>;
  /**
   * Asked immediately before every write of the work: asks the log, and renews the term when half of it is gone.
   * @throws CodedError `lease.lost` when another process has taken a later epoch, or the term is over
   */
  readonly check: () => Promise<void>;
  /** Nothing happens where it is no longer ours. */
  readonly release: () => Promise<void>;
};

export type LeasePorts = {
  readonly store: EventStore;
  readonly clock: Clock;
  /** Name of this process, unlike that of any other and of any earlier one. */
  readonly holder: string;
  readonly termMs: number;
};

type Last = { readonly event: LeaseEvent; readonly revision: number } | null;
type Term = { readonly epoch: number; readonly until: number };

const decode = decodeEventOf('lease');

/** Each event says everything, so the last one is the state. */
const lastOf = async (store: EventStore, stream: string): Promise<Last> => {
  const { events } = await store.readStream(stream, { direction: 'backwards', limit: 1 });
  const stored = events[0];
  return stored === undefined ? null : { event: decode(stored), revision: stored.revision };
};

const untilOf = ({ event }: NonNullable<Last>): number =>
  event.type === 'LeaseTaken' ? Temporal.Instant.from(event.data.until).epochMilliseconds : 0;

const lost = (holder: string): CodedError =>
  new CodedError('lease.lost', `${holder} no longer holds the lease; nothing more is written under it`);

/** Appends at exactly the revision that was looked at; false where somebody was faster. */
const appender =
  ({ store, clock }: LeasePorts, stream: string) =>
  async (event: LeaseEvent, last: Last): Promise<boolean> => {
    const sent = { ...event, commandId: `lease:${randomUUID()}`, actor: SYSTEM_ACTOR };
    const time = clock.now();
    const grounds = { occurredAt: legalTimeOf(time), ruleSet: null, calendar: null };
    const decided = { events: [event], grounds, decidedAt: instantOf(time) };
    const events = newEvents(encodeThroughRegistry, stream, sent, decided);
    const { outcome } = await store.append(stream, events, last?.revision ?? 'no-stream');
    return outcome === 'appended' || outcome === 'repeated';
  };

const isHeldByAnother = (last: NonNullable<Last>, mine: Term | null, now: number): boolean =>
  last.event.type === 'LeaseTaken' && last.event.data.epoch !== mine?.epoch && now < untilOf(last);

export const openLease = (what: string, ports: LeasePorts): Lease => {
  const { store, clock, holder, termMs } = ports;
  const stream = leaseStream(what);
  const append = appender(ports, stream);
  let mine: Term | null = null;
  const claim = async (): Promise<Claim> => {
    for (;;) {
      const last = await lastOf(store, stream);
      const now = clock.now();
      if (last !== null && isHeldByAnother(last, mine, now))
        return { outcome: 'held', holder: last.event.data.holder, until: untilOf(last) };
      const term = { epoch: (last?.event.data.epoch ?? 0) + 1, until: now + termMs };
      const until = Temporal.Instant.fromEpochMilliseconds(term.until).toString();
      if (!(await append({ type: 'LeaseTaken', data: { epoch: term.epoch, holder, until } }, last))) continue;
      mine = term;
      return { outcome: 'taken', epoch: term.epoch };
    }
  };
  const check = async (): Promise<void> => {
    const last = await lastOf(store, stream);
    const isMine = mine !== null && last?.event.type === 'LeaseTaken' && last.event.data.epoch === mine.epoch;
    if (mine === null || !isMine || clock.now() >= mine.until) throw lost(holder);
    if (clock.now() >= mine.until - termMs / 2 && (await claim()).outcome === 'held') throw lost(holder);
  };
  return {
    claim,
    check,
    release: async () => {
      const last = await lastOf(store, stream);
      const term = mine;
      mine = null;
      if (term === null || last?.event.type !== 'LeaseTaken' || last.event.data.epoch !== term.epoch) return;
      await append({ type: 'LeaseReleased', data: { epoch: term.epoch, holder } }, last);
    },
  };
};
