import { readMembers } from '../bundle-line.ts';
import { canonicalJson } from '../canonical-json.ts';
import { equalBytes, fromHex } from '../octets.ts';
import type { HashName, Primitives } from '../primitives.port.ts';
import type { ReasonCode } from '../reasons.ts';
import { describes, labelOf, type Label } from '../record-label.ts';
import { rootOver } from './inclusion.ts';
import type { ReadProof } from './proof-text.ts';

/** What a proof says of the record it is about. */
export type ProvenRecord = { readonly label: Label; readonly hash: HashName; readonly digest: string };

const DIGEST = /^(sha256|sm3):[0-9a-f]{64}$/;

/** The leaf record, read; `null` where it is none. */
export const recordIn = ({ leaf }: ReadProof): ProvenRecord | null => {
  const members = readMembers(leaf);
  const label = members && labelOf(members);
  const digest = members?.['digest'];
  const [, hash] = typeof digest === 'string' ? (DIGEST.exec(digest) ?? []) : [];
  if (label === null || typeof digest !== 'string' || (hash !== 'sha256' && hash !== 'sm3')) return null;
  return { label, hash, digest };
};

/** Whether the leaf stands at its index under the root of the proof's own checkpoint. */
export const leadsToRoot = (
  { leaf, index, path, head }: ReadProof,
  hash: HashName,
  by: Primitives,
): boolean => {
  const leafHash = fromHex(by.hexDigest(hash, `\u0000${leaf}`));
  const root = rootOver({ hash, leaf: leafHash, index, size: head.size, path }, by);
  return root !== null && equalBytes(root, head.root);
};

/** What is wrong between an event and the record that was sealed; `null` where it is the one. */
export const eventFault = (
  text: string,
  { leaf }: ReadProof,
  { hash, digest, label }: ProvenRecord,
  by: Primitives,
): ReasonCode | null => {
  const [event, sealed] = [readMembers(text), readMembers(leaf)];
  if (event === null || sealed === null) return 'event.malformed';
  const isSame = [text, canonicalJson(event)].some(
    (each) => `${hash}:${by.hexDigest(hash, each)}` === digest,
  );
  if (isSame) return describes(sealed, event) ? null : 'event.mislabelled';
  return event['id'] === label.id ? 'event.changed' : 'proof.other-event';
};
