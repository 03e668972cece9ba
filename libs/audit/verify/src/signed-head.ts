import { fromBase64, toHex } from './octets.ts';
import type { PinnedKey } from './pinned-key.ts';
import type { Primitives } from './primitives.port.ts';

export type SignatureLine = { readonly name: string; readonly id: string; readonly bytes: Uint8Array };

/** A signed checkpoint, taken apart and not yet believed. */
export type SignedHead = {
  readonly text: string;
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly signatures: readonly SignatureLine[];
};

/** `valid` are the pinned keys that signed it; `wrong` those whose signature is there and false. */
export type HeadSignatures = { readonly valid: readonly PinnedKey[]; readonly wrong: readonly PinnedKey[] };

const COSIGNATURE_BYTES = 72;

const readSignature = (line: string): SignatureLine | null => {
  const [, name = '', encoded = ''] = /^— ([^\s+]+) (\S+)$/u.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  if (name === '' || bytes === null || bytes.length < 5) return null;
  return { name, id: toHex(bytes.subarray(0, 4)), bytes: bytes.subarray(4) };
};

/** `null` where the note is no checkpoint (C2SP signed-note and tlog-checkpoint). */
export const readSignedHead = (note: string): SignedHead | null => {
  const split = note.lastIndexOf('\n\n');
  const text = note.slice(0, split + 1);
  const lines = note.slice(split + 2).split('\n');
  const [origin = '', sizeText = '', rootText = '', end] = text.split('\n');
  const root = fromBase64(rootText);
  const size = /^(0|[1-9]\d*)$/.test(sizeText) ? Number(sizeText) : -1;
  const signatures = lines
    .slice(0, -1)
    .map(readSignature)
    .filter((line) => line !== null);
  const sound = split > 0 && lines.at(-1) === '' && signatures.length === lines.length - 1 && end === '';
  if (!sound || origin === '' || root?.length !== 32 || !Number.isSafeInteger(size) || size < 0) return null;
  return { text, origin, size, root, signatures };
};

const isValid = (
  head: SignedHead,
  line: SignatureLine,
  key: PinnedKey,
  by: Primitives,
): Promise<boolean> | boolean => {
  if (key.kind === 'sm2') return by.verifySm2(key.publicKey, head.text, line.bytes);
  if (key.kind === 'ed25519') return by.verifyEd25519(key.publicKey, head.text, line.bytes);
  if (line.bytes.length !== COSIGNATURE_BYTES) return false;
  const seconds = new DataView(line.bytes.buffer, line.bytes.byteOffset).getBigUint64(0);
  const message = `cosignature/v1\ntime ${seconds.toString()}\n${head.text}`;
  return by.verifyEd25519(key.publicKey, message, line.bytes.subarray(8));
};

/** Checks the lines of pinned keys and passes over all others. */
export const checkSignatures = async (
  head: SignedHead,
  keys: readonly PinnedKey[],
  by: Primitives,
): Promise<HeadSignatures> => {
  const valid = new Set<PinnedKey>();
  const wrong = new Set<PinnedKey>();
  for (const line of head.signatures) {
    const key = keys.find(({ name, id }) => name === line.name && id === line.id);
    if (key !== undefined) ((await isValid(head, line, key, by)) ? valid : wrong).add(key);
  }
  return { valid: [...valid], wrong: [...wrong] };
};
