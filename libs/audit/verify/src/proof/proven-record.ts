import { readMembers } from '../bundle-line.ts';
import { canonicalJson } from '../canonical-json.ts';
import { equalBytes, fromHex } from '../octets.ts';
import type { HashName, Primitives } from '../primitives.port.ts';
import { describes, isLeafOf, labelOf, type Label } from '../record-label.ts';
import { rootOver } from './inclusion.ts';
import { isPlain, jsonFault } from '../strict-json.ts';
import type { Finding } from '../verdict.ts';
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
  if (members === null || label === null || typeof digest !== 'string') return null;
  if (hash !== 'sha256' && hash !== 'sm3') return null;
  if (!isPlain(leaf, members) || !isLeafOf(label, members)) return null;
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

/** A finding before it is known which event of its case it is about. */
export type EventFault = Omit<Finding, 'record'>;

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** What is wrong between an event and the record that was sealed; `null` where it is the one. */
export const eventFault = (
  text: string,
  { leaf }: ReadProof,
  { hash, digest, label }: ProvenRecord,
  by: Primitives,
): EventFault | null => {
  const [event, sealed] = [readMembers(text), readMembers(leaf)];
  if (event === null || sealed === null) return { code: 'event.malformed' };
  const fault = jsonFault(text);
  if (fault !== null) return { code: fault.code, found: fault.found, line: lineAt(text, fault.at) };
  const isSame = `${hash}:${by.hexDigest(hash, canonicalJson(event))}` === digest;
  if (isSame) return describes(sealed, event) ? null : { code: 'event.mislabelled' };
  return { code: event['id'] === label.id ? 'event.changed' : 'proof.other-event' };
};
