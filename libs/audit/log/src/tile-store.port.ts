import type { Position } from '@duban/kernel';

export type SealedLeaf = {
  readonly index: number;
  readonly eventId: string;
  readonly position: Position;
  readonly hash: Uint8Array;
  /** RFC 8785 text of the leaf record. */
  readonly entry: string;
};

/** Every fourth level of the tree is kept: two rows for each row of C2SP tiles, so that a proof hashes little. */
export const KEPT_LEVELS = 4;

/** A finished node of the tree levels 4, 8, 12, … */
export type TileNode = { readonly level: number; readonly index: number; readonly hash: Uint8Array };

export type SealedHead = { readonly size: number; readonly root: Uint8Array };

export type SealedCheckpoint = SealedHead & {
  /** The signed note, with every cosignature received since. */
  readonly note: string;
};

/** One that was written down in the log, at this revision of its stream. */
export type AdoptedCheckpoint = SealedCheckpoint & { readonly revision: number };

/**
 * The log of proofs on disk. Append-only: nothing here is ever changed or removed. Synchronous, because it is a local
 * file by design: it can be made again from the event log, all but its signatures.
 */
export type TileStore = {
  readonly size: () => number;
  /** Position of the last leaf; the start of the log when there is none. */
  readonly lastPosition: () => Position;
  /** All or nothing, durable. Answers `false`, writing nothing, when the store no longer has `expectedSize` leaves. */
  readonly append: (
    expectedSize: number,
    leaves: readonly SealedLeaf[],
    nodes: readonly TileNode[],
  ) => boolean;
  /** Hashes `from` up to, not including, `to` of a kept tree level; level 0 are the leaves. Fewer where it ends. */
  readonly hashes: (level: number, from: number, to: number) => Uint8Array[];
  readonly leaves: (from: number, to: number) => SealedLeaf[];
  /** The first leaf of this event id. */
  readonly findEvent: (eventId: string) => SealedLeaf | null;
  readonly findPosition: (position: Position) => SealedLeaf | null;
  readonly latestCheckpoint: () => SealedCheckpoint | null;
  /** Those with a size above `after`, in order. */
  readonly checkpoints: (after: number, limit: number) => SealedCheckpoint[];
  /** Does nothing when there is one of this size already. */
  readonly addCheckpoint: (checkpoint: SealedCheckpoint) => void;
  /** Takes over checkpoints that others signed, all or nothing; of a size that is there already, the first stays. */
  readonly adopt: (checkpoints: readonly AdoptedCheckpoint[]) => void;
  /** How far that went in the stream where they are written down; `null`: not begun. */
  readonly adoptedRevision: () => number | null;
  /** One signature line of a witness, kept beside the checkpoint of this size. */
  readonly addCosignature: (size: number, line: string) => void;
  /** Time-stamp tokens (RFC 3161, DER) over the text of the checkpoint of this size. */
  readonly timestamps: (size: number) => Uint8Array[];
  readonly hasTimestamp: (size: number) => boolean;
  readonly addTimestamp: (size: number, token: Uint8Array) => void;
  readonly close: () => void;
};
