import type { Config } from '@duban/config';
import { discardReadModels, furthestRead } from '@duban/read-store';
import { placesOf } from '../places.ts';
import { begunEpoch } from './epoch-of.ts';
import { isOfLostEvents, logObjection, reaches } from './log-objection.ts';
import type { PlacedLog } from './log-place.ts';
import { keepSeen } from './seen-position.ts';
import { guardWrites, type GuardedLog, type WriteStop } from './write-guard.ts';

/**
 * Read models of events that are lost are made anew; those of a log that turns out to be shorter as well, so that what is read is
 * what the log says. How far they had seen is kept, for the next start and for the epoch that comes.
 */
const discardUnfounded = async (config: Config, log: GuardedLog): Promise<number> => {
  const { readModels, seen } = placesOf(config);
  const [begun, furthest] = [await begunEpoch(log.store), furthestRead(readModels)];
  const isShorter = furthest !== null && log.stopped() !== null && !(await reaches(log.store, furthest));
  if (isShorter) keepSeen(seen, furthest);
  if (isShorter || isOfLostEvents(furthest, begun)) discardReadModels(readModels);
  return begun?.epoch ?? 1;
};

/** A log that was compared with everything beside it, before anything works on it; its writes are stopped where something has seen more. */
export const guardedLog = async (
  config: Config,
  placed: PlacedLog,
  onStop: (why: WriteStop) => void,
): Promise<{ readonly log: GuardedLog; readonly epoch: number }> => {
  const log = guardWrites(placed, onStop);
  const objection = await logObjection(config, placed);
  if (objection !== null) log.stop(objection);
  return { log, epoch: await discardUnfounded(config, log) };
};
