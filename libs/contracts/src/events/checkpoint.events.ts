/**
 * Events of the streams `checkpoint-epochs` (see `epoch.events.ts`) and `checkpoint-events`: heads of the log of proofs that were signed, written down in the log that they
 * are heads of, so that every process and every consumer learns of them. These types are storage format: never rename
 * one.
 */
import type { Message } from '@duban/kernel';
import type { LogEpochBegan } from './epoch.events.ts';

/** What is said beside the note is there to be found by; only what the note says is signed. */
export type CheckpointSealed = Message<
  'CheckpointSealed',
  {
    /** Name of the log of proofs, as in the first line of the note. */
    readonly origin: string;
    /** Records under this head; this record itself lies behind them. */
    readonly size: number;
    /** Root of their tree, in base64. */
    readonly rootHash: string;
    /** C2SP signed note with the cosignatures that it had when it was written down. */
    readonly note: string;
    /** Public halves of the keys of the log that signed it. Whoever believes them without another source believes anybody. */
    readonly verifierKeys: readonly string[];
  }
>;

export type CheckpointEvent = CheckpointSealed | LogEpochBegan;

/** Heads of the log of events; the log of who read what has none here. */
export const CHECKPOINT_STREAM = 'checkpoint-events';
