/** Bytes as text and back, in what browsers and Node share. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export const toHex = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += HEX[byte] ?? '';
  return text;
};

// Digits to values for lower-case hex, which is all that digests are written in.
const digitOf = (code: number): number => (code < 0x3a ? code - 0x30 : code - 0x57);

/** Of lower-case hex digits, as a digest writes them. */
export const fromHex = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = digitOf(text.charCodeAt(2 * at)) * 16 + digitOf(text.charCodeAt(2 * at + 1));
  }
  return bytes;
};

/** Strict: the one spelling of these bytes, or `null`. */
export const fromBase64 = (text: string): Uint8Array | null => {
  try {
    const binary = atob(text);
    return btoa(binary) === text ? Uint8Array.from(binary, (char) => char.charCodeAt(0)) : null;
  } catch {
    return null; // atob throws where the text is not base64 at all
  }
};

export const equalBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

export const concatBytes = (...parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};
