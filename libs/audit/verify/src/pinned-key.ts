import { concatBytes, equalBytes, fromBase64, toHex } from './octets.ts';
import type { Primitives } from './primitives.port.ts';

export type KeyKind = 'ed25519' | 'cosignature' | 'sm2';

/** A key that the checking person trusts: `<name>+<id>+base64(type || key)` of C2SP signed-note. */
export type PinnedKey = {
  readonly name: string;
  readonly id: string;
  readonly kind: KeyKind;
  readonly publicKey: Uint8Array;
};

const utf8 = new TextEncoder();
const TYPES: readonly (readonly [KeyKind, Uint8Array])[] = [
  ['ed25519', Uint8Array.of(1)],
  ['cosignature', Uint8Array.of(4)],
  ['sm2', concatBytes(Uint8Array.of(0xff), utf8.encode('SM2-WITH-SM3'))],
];

/** `null` where the text is no key, or its id is not that of the key. */
export const readPinnedKey = (text: string, { digest }: Primitives): PinnedKey | null => {
  const [name = '', id = '', ...rest] = text.trim().split('+');
  const material = fromBase64(rest.join('+'));
  if (material === null || name === '' || /\s/u.test(name)) return null;
  const found = TYPES.find(([, type]) => equalBytes(material.subarray(0, type.length), type));
  const expected = digest('sha256', concatBytes(utf8.encode(`${name}\n`), material)).subarray(0, 4);
  if (found === undefined || toHex(expected) !== id) return null;
  const [kind, type] = found;
  return { name, id, kind, publicKey: material.subarray(type.length) };
};
