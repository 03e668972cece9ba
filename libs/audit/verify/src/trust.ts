import type { BundleHeader } from './bundle-header.ts';
import type { TextPieces } from './bundle-lines.ts';
import { isEarlierName } from './log-epochs.ts';
import { readPinnedKey, type PinnedKey } from './pinned-key.ts';
import type { Primitives } from './primitives.port.ts';
import type { ReasonCode } from './reasons.ts';
import { checkSignatures, readSignedHead, type SignedHead } from './signed-head.ts';

/** What the checking person brings along; nothing of it comes from the bundle. */
export type Trust = {
  /** Verifier keys of the log (Ed25519, SM2). */
  readonly keys?: readonly string[];
  /** Verifier keys of witnesses. */
  readonly witnesses?: readonly string[];
  /** Witnesses that must have cosigned the last checkpoint; default: all that are given. */
  readonly quorum?: number;
  /** Signed checkpoints seen before: from a notice, a witness, an earlier export. */
  readonly known?: readonly string[];
  /** Text of an earlier bundle of the same log; names the very record where a fork begins. */
  readonly earlier?: TextPieces;
  /** Certificates of time-stamp authorities, or of what issued theirs: PEM. */
  readonly tsaCertificates?: readonly string[];
  /** Take the keys that the bundle names: shows that it is consistent, not whose it is. */
  readonly trustBundleKeys?: boolean;
};

export type PreparedTrust = {
  readonly logKeys: readonly PinnedKey[];
  readonly witnessKeys: readonly PinnedKey[];
  readonly quorum: number;
  /** By size, smallest first. */
  readonly known: readonly SignedHead[];
};

const readKeys = (texts: readonly string[], primitives: Primitives): readonly PinnedKey[] | null => {
  const keys = texts.map((text) => readPinnedKey(text, primitives)).filter((key) => key !== null);
  return keys.length === texts.length ? keys : null;
};

const isKnown = async (
  head: SignedHead | null,
  origin: string,
  keys: readonly PinnedKey[],
  primitives: Primitives,
): Promise<boolean> => {
  if (head === null || !(head.origin === origin || isEarlierName(head.origin, origin))) return false;
  const { valid, wrong } = await checkSignatures(head, keys, primitives);
  return valid.length > 0 && wrong.length === 0;
};

/** Reads the keys and checks the known heads; a code where they are of no use. */
export const prepareTrust = async (
  trust: Trust,
  header: BundleHeader,
  primitives: Primitives,
): Promise<PreparedTrust | ReasonCode> => {
  const given = trust.trustBundleKeys === true ? [...(trust.keys ?? []), ...header.keys] : (trust.keys ?? []);
  const logKeys = readKeys(given, primitives);
  const witnessKeys = readKeys(trust.witnesses ?? [], primitives);
  if (logKeys === null || witnessKeys === null) return 'key.unusable';
  const known: SignedHead[] = [];
  for (const note of trust.known ?? []) {
    const head = readSignedHead(note);
    const believed = await isKnown(head, header.origin, [...logKeys, ...witnessKeys], primitives);
    if (head === null || !believed) return 'known.unverified';
    known.push(head);
  }
  known.sort((a, b) => a.size - b.size);
  return { logKeys, witnessKeys, quorum: trust.quorum ?? witnessKeys.length, known };
};
