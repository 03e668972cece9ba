import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { AUDIT_OBJECTIONS, auditObjection, auditOptionsOf, newestEpoch } from '@duban/audit-log';
import type { Config } from '@duban/config';
import type { EventReader, EventStore } from '@duban/event-store';
import { comparePositions, hasCode, type CodedError, type Position } from '@duban/kernel';
import { openSqlitePositionStore } from '@duban/messaging';
import { furthestRead } from '@duban/read-store';
import { KAFKA_OUTLET } from '../outlet/kafka-outlet.ts';
import { placesOf } from '../places.ts';
import { begunEpoch, type BegunEpoch } from './epoch-of.ts';
import { readSeen } from './seen-position.ts';
import type { WriteStop } from './write-guard.ts';

/** Somebody beside the log, and how far it has seen it. */
export type Seen = { readonly by: string; readonly position: Position };

const relayed = async (file: string): Promise<Position | null> => {
  if (!existsSync(file)) return null;
  const positions = openSqlitePositionStore(file);
  try {
    return await positions.peek(KAFKA_OUTLET);
  } finally {
    await positions.close();
  }
};

/** What lies beside the log and knows a position of it, proofs aside. */
export const seenBeside = async (config: Config): Promise<readonly Seen[]> => {
  const { readModels, relay, seen } = placesOf(config);
  const all: readonly (readonly [string, Position | null])[] = [
    ['an earlier start', readSeen(seen)],
    ['the read models', furthestRead(readModels)],
    ['the relay', await relayed(relay)],
  ];
  return all.flatMap(([by, position]) => (position === null ? [] : [{ by, position }]));
};

/** Whether the log reaches a position. One of another kind of log says nothing about this one. */
export const reaches = async (log: Pick<EventReader, 'readLog'>, after: Position): Promise<boolean> => {
  try {
    await log.readLog({ after, limit: 1 });
    return true;
  } catch (error) {
    if (hasCode(error, 'log.older-than-reader')) return false;
    if (error instanceof RangeError && error.message.startsWith('position.mixed-formats')) return true;
    throw error;
  }
};

const older = (what: string): WriteStop => ({
  code: 'log.older-than-reader',
  message: `${what}; the log is read on and takes nothing. Restore a newer copy; where there is none, see duban recover`,
});

/** What the audit holds against the log, in the code that stops writing. */
export const stopOf = (error: Pick<CodedError, 'code' | 'message'>): WriteStop | null => {
  const code = AUDIT_OBJECTIONS[error.code];
  return code === undefined ? null : { code, message: `${error.message} [${error.code}]` };
};

const auditStop = async (
  config: Config,
  log: EventStore,
  begun: BegunEpoch | null,
): Promise<WriteStop | null> => {
  const epoch = begun?.epoch ?? 1;
  const sealed = newestEpoch(config.dataDir) ?? epoch;
  if (sealed > epoch)
    return older(`epoch ${String(sealed)} was sealed, and the log knows only ${String(epoch)}`);
  const options = auditOptionsOf(config, 'events', epoch);
  const error = await auditObjection(options, log, config.witnesses);
  return error === null ? null : stopOf(error);
};

/** Longer than a leader that wakes up, or was elected a moment ago, can be wrong about the end of the log. */
export const LASTS_MS = 15_000;
const BETWEEN_LOOKS_MS = 1_000;

/**
 * Why nothing may be written to this log: something beside it has seen further, or something else. Null: nothing stands
 * against it. Before anything is opened that works on it.
 */
export const logObjection = async (config: Config, log: EventStore): Promise<WriteStop | null> => {
  const until = performance.now() + (config.eventStoreUrl === null ? 0 : LASTS_MS);
  for (;;) {
    const stop = await look(config, log);
    if (stop === null || performance.now() >= until) return stop;
    await sleep(BETWEEN_LOOKS_MS);
  }
};

const look = async (config: Config, log: EventStore): Promise<WriteStop | null> => {
  for (const { by, position } of await seenBeside(config)) {
    if (!(await reaches(log, position))) return older(`the log ends before ${position}, which ${by} saw`);
  }
  return auditStop(config, log, await begunEpoch(log));
};

/** Rows made from events that no longer exist: the log lost them, and said so when its epoch began. */
export const isOfLostEvents = (position: Position | null, begun: BegunEpoch | null): boolean => {
  if (position === null || begun === null) return false;
  const kept = begun.keptUpTo as Position | null;
  return (
    (kept === null || comparePositions(position, kept) > 0) && comparePositions(position, begun.position) < 0
  );
};
