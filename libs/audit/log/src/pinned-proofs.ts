import type { StoredEvent } from '@duban/event-store';
import type { HashName } from './hash-name.ts';
import { canonicalEvent } from './leaf-record.ts';
import { createProofService, type ProofService } from './proof-service.ts';
import type { TileStore } from './tile-store.port.ts';

/** What a package of one case needs of the log of proofs. */
export type PinnedProofs = Pick<ProofService, 'checkpoint' | 'proofText'> & {
  /** RFC 8785 text of an event of the raw log, as the digests cover it. */
  readonly canonical: (event: object) => string;
};

/** All proofs against the checkpoint of now, though the log may be sealed again while they are written. */
export const pinnedProofs = ({
  store,
  hash,
}: {
  readonly store: TileStore;
  readonly hash: HashName;
}): PinnedProofs => {
  const sealed = store.latestCheckpoint();
  const { checkpoint, proofText } = createProofService({ ...store, latestCheckpoint: () => sealed }, hash);
  // What comes is what the raw log stored: other events have no digest in it.
  return { canonical: (event) => canonicalEvent(event as StoredEvent), checkpoint, proofText };
};
