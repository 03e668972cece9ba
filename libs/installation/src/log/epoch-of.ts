import { decodeEventOf, EPOCH_STREAM, type DataOf } from '@duban/contracts';
import type { EventReader } from '@duban/event-store';
import type { Position } from '@duban/kernel';

/** The epoch that a log is in: the data of its beginning, and where that stands. */
export type BegunEpoch = DataOf<'LogEpochBegan'> & { readonly position: Position; readonly revision: number };

const FIRST_EPOCH = 1;

const decode = decodeEventOf('checkpoint');

/** Null: the log is in its first epoch, and never lost anything that it knows of. */
export const begunEpoch = async (log: Pick<EventReader, 'readStream'>): Promise<BegunEpoch | null> => {
  const [stored] = (await log.readStream(EPOCH_STREAM, { direction: 'backwards', limit: 1 })).events;
  if (stored === undefined) return null;
  const event = decode(stored);
  if (event.type !== 'LogEpochBegan') return null;
  return { ...event.data, position: stored.position, revision: stored.revision };
};

/** The number of the epoch that a log is in. */
export const epochOf = async (log: Pick<EventReader, 'readStream'>): Promise<number> =>
  (await begunEpoch(log))?.epoch ?? FIRST_EPOCH;
