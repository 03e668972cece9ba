import { encodeBase64, parseNote, parseVerifierKey } from '@duban/audit-tree';
import { hasNewsFrom } from './housekeeping.ts';
import { sha256 } from './hash-name.ts';
import type { AuditLog, SealingPart } from './open-audit-log.ts';
import type { RecordedCheckpoint } from './recorded-checkpoint.ts';
import type { Sealing } from './sealing/start-sealing.ts';
import type { SealedCheckpoint } from './tile-store.port.ts';

/** Heads to be written down in the log; what `@duban/application` records them from. */
export type CheckpointSource = {
  /** Whether signing was possible when this process last looked. */
  readonly isSound: () => boolean;
  /** Whether the records from this index on, as far as the tree has come, are more than housekeeping. */
  readonly hasNewsFrom: (index: number) => boolean;
  /**
   * Signs, if that is still to be done, after everything up to the revision `recorded` of the stream was judged; `null` is an
   * empty stream. Answers `null` where nothing can be signed, which the report of the sealing tells.
   */
  readonly seal: (recorded: number | null) => Promise<RecordedCheckpoint | null>;
};

type Audit = Pick<AuditLog, 'origin' | 'store' | 'verifierKeys'>;

const recordOf = (
  { origin, verifierKeys }: Audit,
  { size, root, note }: SealedCheckpoint,
): RecordedCheckpoint => {
  const ids = new Set(parseNote(note).signatures.map(({ keyId }) => keyId));
  const keys = verifierKeys().filter((key) => ids.has(parseVerifierKey(key, sha256).keyId));
  return { origin, size, rootHash: encodeBase64(root), note, verifierKeys: keys };
};

export const checkpointSource = (
  audit: Audit,
  sealing: Pick<Sealing, 'report' | 'sealNow'>,
  part: SealingPart,
): CheckpointSource => ({
  isSound: () => sealing.report().fault === null,
  hasNewsFrom: (index) => hasNewsFrom(audit.store, index),
  seal: async (recorded) => {
    await sealing.sealNow();
    if (sealing.report().fault !== null) return null;
    const checkpoint = audit.store.latestCheckpoint();
    const isJudged = part !== 'signer' || audit.store.adoptedRevision() === recorded;
    return checkpoint === null || !isJudged ? null : recordOf(audit, checkpoint);
  },
});
