import { equalBytes } from '../octets.ts';
import type { Primitives } from '../primitives.port.ts';
import type { ReasonCode } from '../reasons.ts';
import { checkSignatures, type SignedHead } from '../signed-head.ts';
import { prepareTrust, type PreparedTrust, type Trust } from '../trust.ts';

/** How far a single checkpoint can be believed. */
export type HeadBelief = {
  /** Proven wrong. */
  readonly fault: ReasonCode | null;
  /** Nothing wrong, and yet not enough to call it good. */
  readonly doubt: ReasonCode | null;
  readonly signatures: number;
  readonly cosignatures: number;
  readonly knownHeads: number;
};

const UNREAD = { signatures: 0, cosignatures: 0, knownHeads: 0 };

const faultOf = (
  { logKeys }: PreparedTrust,
  found: { readonly wrong: number; readonly signatures: number; readonly forks: boolean },
): ReasonCode | null => {
  if (found.wrong > 0) return 'head.bad-signature';
  if (logKeys.length > 0 && found.signatures === 0) return 'head.unknown-key';
  return found.forks ? 'head.forked' : null;
};

/** Against the keys that are pinned, and against known heads of the same size; others cannot be compared with one head. */
export const believeHead = async (head: SignedHead, trust: Trust, by: Primitives): Promise<HeadBelief> => {
  const { origin, size } = head;
  const prepared = await prepareTrust(trust, { origin, size, hash: 'sha256', keys: [] }, by);
  if (typeof prepared === 'string') return { fault: null, doubt: prepared, ...UNREAD };
  const byLog = await checkSignatures(head, prepared.logKeys, by);
  const byWitness = await checkSignatures(head, prepared.witnessKeys, by);
  const known = prepared.known.filter((each) => each.size === size);
  const counts = {
    signatures: byLog.valid.length,
    cosignatures: byWitness.valid.length,
    knownHeads: known.length,
  };
  const fault = faultOf(prepared, {
    wrong: byLog.wrong.length + byWitness.wrong.length,
    signatures: counts.signatures,
    forks: known.some(({ root }) => !equalBytes(root, head.root)),
  });
  if (prepared.logKeys.length === 0) return { fault, doubt: 'key.not-given', ...counts };
  return { fault, doubt: counts.cosignatures < prepared.quorum ? 'head.not-cosigned' : null, ...counts };
};
