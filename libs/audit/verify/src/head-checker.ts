import type { BundleHeader } from './bundle-header.ts';
import type { GrowingTree } from './growing-tree.ts';
import type { LogEpochs } from './log-epochs.ts';
import { equalBytes } from './octets.ts';
import type { Primitives } from './primitives.port.ts';
import type { ReasonCode } from './reasons.ts';
import { checkSignatures, readSignedHead, type HeadSignatures, type SignedHead } from './signed-head.ts';
import type { PreparedTrust } from './trust.ts';
import type { Checked, Finding } from './verdict.ts';

export type HeadChecker = {
  /** A checkpoint of the bundle, read behind the record it covers last. */
  readonly checkpoint: (note: string) => Promise<Finding | null>;
  /** Compares with what was known before; called after each record. */
  readonly known: () => Finding | null;
  /** Records below this are proven by a checkpoint of the bundle. */
  readonly proven: () => number;
  /** What is left to say when all records were read. */
  readonly finish: () => Finding | null;
  /** The last checkpoint that fitted. */
  readonly last: () => SignedHead | null;
  readonly counts: () => Omit<Checked, 'records'>;
};

export type HeadParts = {
  readonly header: BundleHeader;
  readonly trust: PreparedTrust;
  readonly tree: GrowingTree;
  readonly epochs: LogEpochs;
  readonly primitives: Primitives;
};

type Tally = {
  good: number;
  cosigned: number;
  checkpoints: number;
  signatures: number;
  cosignatures: number;
};

const lostBefore = (epochs: LogEpochs, head: SignedHead): Finding | null => {
  const record = epochs.findLast((index) => index < head.size);
  return record === undefined ? null : { record, code: 'log.loss-declared' };
};

const finishing = ({ trust, header, epochs }: HeadParts, size: number, tally: Tally): Finding | null => {
  const beyond = trust.known.at(-1);
  if (beyond !== undefined && beyond.size > size) {
    const declared = beyond.origin === header.origin ? null : lostBefore(epochs, beyond);
    return declared ?? { record: size, code: 'log.rolled-back' };
  }
  if (tally.checkpoints === 0) return { record: 0, code: 'bundle.no-checkpoint' };
  if (tally.good < size) return { record: tally.good, code: 'record.unsealed' };
  if (trust.logKeys.length === 0) return { record: 0, code: 'key.not-given' };
  return tally.cosigned < size ? { record: tally.cosigned, code: 'checkpoint.not-cosigned' } : null;
};

/** Known heads, smallest first; the last one that fitted bounds what may have been altered. */
const knownChecker = ({ trust: { known: heads }, header, tree, epochs }: HeadParts) => {
  let checked = 0;
  let lastGood = 0;
  const check = (): Finding | null => {
    const size = tree.size();
    for (let head = heads[checked]; head?.size === size; head = heads[checked]) {
      if (!equalBytes(tree.root(), head.root)) {
        const declared = head.origin === header.origin ? null : lostBefore(epochs, head);
        if (declared !== null) return declared;
        return { record: Math.min(lastGood, size - 1), upTo: size - 1, code: 'log.forked' };
      }
      checked += 1;
      lastGood = size;
    }
    return null;
  };
  return { check, count: () => checked };
};

const misplaced = (coversMore: boolean): ReasonCode =>
  coversMore ? 'checkpoint.covers-more' : 'checkpoint.covers-fewer';

const count = (tally: Tally, size: number, byLog: HeadSignatures, byWitness: HeadSignatures): void => {
  tally.good = size;
  tally.checkpoints += 1;
  tally.signatures += byLog.valid.length;
  tally.cosignatures += byWitness.valid.length;
};

export const headChecker = (parts: HeadParts): HeadChecker => {
  const { header, trust, tree, primitives } = parts;
  const tally: Tally = { good: 0, cosigned: 0, checkpoints: 0, signatures: 0, cosignatures: 0 };
  const known = knownChecker(parts);
  let last: SignedHead | null = null;
  const checkpoint = async (note: string): Promise<Finding | null> => {
    const head = readSignedHead(note);
    const size = tree.size();
    if (head?.origin !== header.origin) return { record: size, code: 'checkpoint.malformed' };
    if (head.size !== size) return { record: tally.good, upTo: size, code: misplaced(head.size > size) };
    const range = { record: Math.max(0, Math.min(tally.good, size - 1)), upTo: Math.max(0, size - 1) };
    const byLog = await checkSignatures(head, trust.logKeys, primitives);
    const byWitness = await checkSignatures(head, trust.witnessKeys, primitives);
    if (byLog.wrong.length + byWitness.wrong.length > 0)
      return { ...range, code: 'checkpoint.bad-signature' };
    if (trust.logKeys.length > 0 && byLog.valid.length === 0)
      return { ...range, code: 'checkpoint.unknown-key' };
    if (!equalBytes(tree.root(), head.root)) return { ...range, code: 'checkpoint.root-mismatch' };
    last = head;
    count(tally, size, byLog, byWitness);
    if (byWitness.valid.length >= trust.quorum) tally.cosigned = size;
    return null;
  };
  const counts = () => {
    const { checkpoints, signatures, cosignatures } = tally;
    return { checkpoints, signatures, cosignatures, knownHeads: known.count() };
  };
  return {
    checkpoint,
    proven: () => tally.good,
    known: known.check,
    last: () => last,
    finish: () => finishing(parts, tree.size(), tally),
    counts,
  };
};
