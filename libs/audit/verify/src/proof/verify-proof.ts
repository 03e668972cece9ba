import type { Primitives } from '../primitives.port.ts';
import { editorMarks, unmarked, type EditorMarks } from '../editor-marks.ts';
import type { ReasonCode } from '../reasons.ts';
import type { Trust } from '../trust.ts';
import { NOTHING_CHECKED, verdictOf, type Verdict } from '../verdict.ts';
import { believeHead } from './believed-head.ts';
import { readProof } from './proof-text.ts';
import { eventFault, type EventFault, leadsToRoot, recordIn } from './proven-record.ts';

const unread = (code: ReasonCode): Verdict => verdictOf({ record: 0, code }, NOTHING_CHECKED);

const faultOf = (code: ReasonCode | null): EventFault | null => code && { code };

/** A note ends with one newline; an editor likes to add another, or to take it away. */
const oneNewline = (text: string, marks: EditorMarks): string => {
  const bare = text.replace(/\n+$/, '');
  const after = text.length - bare.length;
  if (after === 0) marks.add('file.no-final-newline');
  marks.add('file.blank-lines', after - 1);
  return `${bare}\n`;
};

/**
 * Checks one `.tlog-proof` text: that its record is in the log that the pinned key signed. With the event (its stored JSON),
 * also that this is what was sealed; without it, good speaks of the digest and the label only.
 */
export const verifyProof = async (
  given: string,
  trust: Trust,
  by: Primitives,
  event?: string,
): Promise<Verdict> => {
  const marks = editorMarks();
  const proof = readProof(oneNewline(unmarked(given, marks), marks));
  const record = proof && recordIn(proof);
  if (proof === null || record === null) return unread('proof.malformed');
  const { label, hash } = record;
  const belief = await believeHead(proof.head, trust, by);
  const about = event === undefined ? null : eventFault(unmarked(event, marks).trimEnd(), proof, record, by);
  const path = leadsToRoot(proof, hash, by) ? null : 'proof.not-leading';
  const ofHead = belief.fault ?? path;
  const fault = ofHead === null ? (about ?? faultOf(belief.doubt)) : { code: ofHead };
  const { signatures, cosignatures, knownHeads } = belief;
  const checked = { records: 1, checkpoints: 1, signatures, cosignatures, knownHeads };
  const { id, stream, revision, type, recorded } = label;
  return {
    ...verdictOf(fault && { record: revision, ...fault }, checked),
    ...marks.told(),
    about: {
      ...{ kind: 'proof', origin: proof.head.origin, size: proof.head.size, index: proof.index },
      ...{ id, stream, revision, type, recorded, withEvent: event !== undefined },
    },
  };
};
