import type { ExportedEvent } from '../source/exported-event.ts';
import type { TextPieces } from '../source/text-blocks.ts';

/** One file of a package. Its text ends with a line feed and must be read to its end before the next file is asked for. */
export type PackageEntry = { readonly path: string; readonly text: TextPieces };

/**
 * What a package needs of the log of proofs; `canonicalEvent` and a proof service of the audit library fit. All of it has to be
 * answered against one checkpoint: pin the store's newest one before.
 */
export type PackageProofs = {
  /** RFC 8785 text of the stored event, personal text still encrypted: what the digests cover. */
  readonly canonical: (event: ExportedEvent) => string;
  readonly checkpoint: () => { readonly note: string; readonly size: number } | null;
  /** A `.tlog-proof` text for one event; null where it is not signed yet. */
  readonly proofText: (event: { readonly id: string }) => string | null;
};

export const EVENTS_FILE = 'events.ndjson';
export const ATTACHMENTS_FILE = 'attachments.ndjson';
export const CHECKPOINT_FILE = 'checkpoint.txt';
export const PROGRAM_FILE = 'check.mjs';
export const SUMS_FILE = 'SHA256SUMS';

const WIDTH = 8;

export const proofFile = (revision: number): string =>
  `proofs/${String(revision).padStart(WIDTH, '0')}.tlog-proof`;
