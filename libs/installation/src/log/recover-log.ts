import { randomUUID } from 'node:crypto';
import { auditOptionsOf, lostLeaves, newestEpoch } from '@duban/audit-log';
import { newEvents, encodeThroughRegistry } from '@duban/application';
import type { Config } from '@duban/config';
import { EPOCH_STREAM, type DataOf } from '@duban/contracts';
import type { EventStore } from '@duban/event-store';
import { beginEpoch } from '@duban/event-store-sqlite';
import { CodedError, comparePositions, LOG_START, type Actor, type Position } from '@duban/kernel';
import { epochOf } from './epoch-of.ts';
import { logObjection, seenBeside } from './log-objection.ts';
import { logPlaceOf } from './log-place.ts';
import type { WriteStop } from './write-guard.ts';

/** What a log lost, as far as anything beside it knows. */
export type LostTail = {
  readonly objection: WriteStop;
  readonly seenUpTo: Position;
  readonly epoch: DataOf<'LogEpochBegan'>;
};

/** Who accepts the loss, and on what ground. */
export type Accepted = { readonly actor: Actor; readonly basis: string; readonly occurredAt: string };

/** A list for people; a log that lost more than this is a case for a search. */
const MOST_STREAMS = 1_000;

const orNull = (position: Position): Position | null => (position === LOG_START ? null : position);

const furthest = (positions: readonly Position[]): Position =>
  positions.reduce((far, position) => (comparePositions(position, far) > 0 ? position : far), LOG_START);

/** Reads and changes nothing. Null: nothing stands against this log. */
export const lostTail = async (config: Config, log: EventStore): Promise<LostTail | null> => {
  const objection = await logObjection(config, log);
  if (objection === null) return null;
  const before = Math.max(await epochOf(log), newestEpoch(config.dataDir) ?? 1);
  const sealed = await lostLeaves(auditOptionsOf(config, 'events', before), log);
  const kept = await log.head();
  const seenUpTo = furthest([
    ...(await seenBeside(config)).map(({ position }) => position),
    sealed.lastPosition,
    kept,
  ]);
  return {
    objection,
    seenUpTo,
    epoch: {
      epoch: before + 1,
      keptUpTo: orNull(kept),
      seenUpTo: orNull(seenUpTo),
      sealedKept: sealed.kept,
      sealedLost: sealed.lost,
      streamsCut: sealed.streams.slice(0, MOST_STREAMS),
      lastHead: sealed.lastHead,
    },
  };
};

/**
 * Begins the next epoch of a log in a file: what is lost stays lost, and no position of it is used again. Stop whatever works on
 * the log first. Answers the position where the epoch begins.
 * @throws CodedError `recover.on-server`, and those of the log
 */
export const recoverLog = (
  config: Config,
  lost: LostTail,
  { actor, basis, occurredAt }: Accepted,
): Position => {
  const place = logPlaceOf(config);
  if (place.kind !== 'sqlite')
    throw new CodedError(
      'recover.on-server',
      'positions are given by the server; restore a newer copy there',
    );
  const event = { type: 'LogEpochBegan', data: lost.epoch } as const;
  const sent = { ...event, commandId: `epoch:${randomUUID()}`, actor, basis: { documentNo: basis } };
  const grounds = { occurredAt, ruleSet: null, calendar: null };
  const decided = { events: [event], grounds, decidedAt: new Date(occurredAt).toISOString() };
  const [first] = newEvents(encodeThroughRegistry, EPOCH_STREAM, sent, decided);
  if (first === undefined) throw new RangeError('an epoch begins with one event');
  return beginEpoch(place.file, { stream: EPOCH_STREAM, event: first, seenUpTo: lost.seenUpTo });
};
