/**
 * Events of the stream `checkpoint-epochs`: a log that lost its end, and was taken on with all the same, says so itself. Who accepted the loss,
 * and on what ground, is in its metadata. Its positions then go on where none was ever used. These types are storage format: never rename one.
 */
import type { Message } from '@duban/kernel';

export type LogEpochBegan = Message<
  'LogEpochBegan',
  {
    /** The first epoch of a log is 1 and has no event. */
    readonly epoch: number;
    /** Position of the last event that is left of the epochs before; null: none is. Those that were behind it no longer exist. */
    readonly keptUpTo: string | null;
    /** The furthest position that was sealed or read before; none up to it is used again. Null: not known. */
    readonly seenUpTo: string | null;
    /** How many of the first sealed records are still in the log as they were sealed. */
    readonly sealedKept: number;
    /** Sealed records that are no longer there. What was never sealed cannot be counted. */
    readonly sealedLost: number;
    /** Streams of those, some of them where they are many. */
    readonly streamsCut: readonly string[];
    /** The last head that was signed before: name of the log of proofs, records under it, the signed note. Null: none was. */
    readonly lastHead: { readonly origin: string; readonly size: number; readonly note: string } | null;
  }
>;

export const EPOCH_STREAM = 'checkpoint-epochs';
