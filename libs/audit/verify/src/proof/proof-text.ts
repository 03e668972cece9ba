import { fromBase64 } from '../octets.ts';
import { readSignedHead, type SignedHead } from '../signed-head.ts';

/** A C2SP tlog-proof, taken apart and not yet believed. */
export type ReadProof = {
  /** The leaf record as it was sealed: RFC 8785 text. */
  readonly leaf: string;
  readonly index: number;
  readonly path: readonly Uint8Array[];
  readonly note: string;
  readonly head: SignedHead;
};

export const PROOF_HEADER = 'c2sp.org/tlog-proof@v1';

const HASH_BYTES = 32;
const utf8 = new TextDecoder('utf-8', { fatal: true });

const textIn = (bytes: Uint8Array | null): string | null => {
  if (bytes === null) return null;
  try {
    return utf8.decode(bytes);
  } catch {
    return null; // not UTF-8
  }
};

/** `null` where it is no proof, or only a part of one. */
export const readProof = (text: string): ReadProof | null => {
  const split = text.indexOf('\n\n');
  const [header, extra = '', indexLine = '', ...hashes] = text.slice(0, Math.max(0, split)).split('\n');
  const leaf = extra.startsWith('extra ') ? textIn(fromBase64(extra.slice('extra '.length))) : null;
  const [, digits] = /^index (0|[1-9]\d{0,14})$/.exec(indexLine) ?? [];
  const path = hashes.map(fromBase64).filter((hash) => hash?.length === HASH_BYTES);
  const note = text.slice(split + 2);
  const head = readSignedHead(note);
  const isWhole = header === PROOF_HEADER && path.length === hashes.length;
  if (!isWhole || leaf === null || digits === undefined || head === null) return null;
  return { leaf, index: Number(digits), path: path.filter((hash) => hash !== null), note, head };
};
