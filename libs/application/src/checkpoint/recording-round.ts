import type { DataOf } from '@duban/contracts';
import type { EventStore } from '@duban/event-store';
import type { Clock } from '@duban/kernel';
import type { Lease } from '../lease/lease.ts';
import { lastRecorded, recordCheckpoint } from './checkpoint-record.ts';
import { recordPace } from './record-pace.ts';

/** As `checkpointSource` of `@duban/audit-log` answers. */
export type SealedHeads = {
  readonly isSound: () => boolean;
  readonly hasNewsFrom: (index: number) => boolean;
  readonly seal: (recorded: number | null) => Promise<DataOf<'CheckpointSealed'> | null>;
};

export type RecordingPorts = {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly heads: SealedHeads;
  /** Where several processes could do it: the right to. Absent: nobody else does. */
  readonly lease?: Lease;
  /** Default 30 s. */
  readonly everyMs?: number;
  /** Time of this process that only goes forward, in milliseconds. */
  readonly steadyNow?: () => number;
  readonly onError: (error: unknown) => void;
};

/** Every head is a record of the log, and every record is kept for ever. */
export const EVERY_MS = 30_000;
/** How soon it is looked again whether another process has done it. */
export const LOOK_AGAIN_MS = 1_000;
/** Looking is cheap, and the wall clock may have gone on faster than ours. */
const LONGEST_WAIT_MS = 5_000;

export const ASLEEP = null;

const inTurn = async (
  lease: Lease | undefined,
  work: () => Promise<number | null>,
): Promise<number | null> => {
  if (lease === undefined) return work();
  if ((await lease.claim()).outcome === 'held') return LOOK_AGAIN_MS;
  try {
    return await work();
  } finally {
    await lease.release();
  }
};

/**
 * One round. Answers after how many milliseconds the next one is due, or `null`: when something new has come.
 * It writes at the exact revision that it looked at, so of two that sign at the same time one is refused.
 */
export const recordingRound = ({
  store,
  clock,
  heads,
  lease,
  everyMs = EVERY_MS,
  steadyNow = () => performance.now(),
}: RecordingPorts): (() => Promise<number | null>) => {
  const waitAfter = recordPace(everyMs, clock, steadyNow);
  const record = async (): Promise<number | null> => {
    const last = await lastRecorded(store);
    if (!heads.hasNewsFrom(last?.size ?? 0)) return ASLEEP;
    const data = await heads.seal(last?.revision ?? null);
    if (data === null || data.size <= (last?.size ?? 0)) return everyMs;
    await lease?.check();
    // Whether it was written, or somebody was faster: the next round looks.
    return (await recordCheckpoint({ store, clock }, data, last)) ? 0 : LOOK_AGAIN_MS;
  };
  return async () => {
    const last = await lastRecorded(store);
    if (!heads.hasNewsFrom(last?.size ?? 0)) return ASLEEP;
    // Taking a turn is a record, too: not for what cannot be done.
    const wait = heads.isSound() ? waitAfter(last) : everyMs;
    return wait > 0 ? Math.min(wait, LONGEST_WAIT_MS) : inTurn(lease, record);
  };
};
