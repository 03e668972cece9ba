import type { Primitives } from '../primitives.port.ts';
import type { ReasonCode } from '../reasons.ts';
import type { Trust } from '../trust.ts';
import { NOTHING_CHECKED, verdictOf, type Verdict } from '../verdict.ts';
import { believeHead } from './believed-head.ts';
import { readProof } from './proof-text.ts';
import { eventFault, leadsToRoot, recordIn } from './proven-record.ts';

const unread = (code: ReasonCode): Verdict => verdictOf({ record: 0, code }, NOTHING_CHECKED);

/**
 * Checks one `.tlog-proof` text: that its record is in the log that the pinned key signed. With the event (its stored JSON),
 * also that this is what was sealed; without it, good speaks of the digest and the label only.
 */
export const verifyProof = async (
  text: string,
  trust: Trust,
  by: Primitives,
  event?: string,
): Promise<Verdict> => {
  const proof = readProof(text);
  const record = proof && recordIn(proof);
  if (proof === null || record === null) return unread('proof.malformed');
  const { label, hash } = record;
  const belief = await believeHead(proof.head, trust, by);
  const about = event === undefined ? null : eventFault(event.trimEnd(), proof, record, by);
  const path = leadsToRoot(proof, hash, by) ? null : 'proof.not-leading';
  const code = belief.fault ?? path ?? about ?? belief.doubt;
  const { signatures, cosignatures, knownHeads } = belief;
  const checked = { records: 1, checkpoints: 1, signatures, cosignatures, knownHeads };
  const { id, stream, revision, type, recorded } = label;
  return {
    ...verdictOf(code === null ? null : { record: revision, code }, checked),
    about: {
      ...{ kind: 'proof', origin: proof.head.origin, size: proof.head.size, index: proof.index },
      ...{ id, stream, revision, type, recorded, withEvent: event !== undefined },
    },
  };
};
