/** Where decoding stops: all places count from 1. */
export type BrokenByte = {
  readonly encoding: string;
  readonly line: number;
  /** In characters of the line. */
  readonly column: number;
  /** In bytes of the file: the first byte of what is no character. */
  readonly byte: number;
  /** What was decoded before it. */
  readonly before: string;
};

const LONGEST_CHARACTER = 4;

/** Null where these bytes are no text, or, with `goesOn`, not the beginning of one. */
export const decoded = (bytes: Uint8Array, encoding: string, goesOn = false): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: goesOn });
  } catch {
    return null;
  }
};

/** How many bytes from the start can begin a text: by halves, since a decoder tells only that something is wrong. */
const longestBeginning = (bytes: Uint8Array, encoding: string): number => {
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (decoded(bytes.subarray(0, middle), encoding, true) === null) bad = middle;
    else good = middle;
  }
  return good;
};

/** The whole characters among them: what is over belongs to one that never became whole. */
const wholeCharacters = (bytes: Uint8Array, encoding: string, length: number): number => {
  for (let whole = length; whole > length - LONGEST_CHARACTER && whole > 0; whole -= 1)
    if (decoded(bytes.subarray(0, whole), encoding) !== null) return whole;
  return 0;
};

/** The first place at which bytes that are no text in this encoding stop being one. */
export const brokenByte = (bytes: Uint8Array, encoding: string): BrokenByte => {
  const whole = wholeCharacters(bytes, encoding, longestBeginning(bytes, encoding));
  const before = decoded(bytes.subarray(0, whole), encoding) ?? '';
  const lines = before.split(/\r\n?|\n/);
  const column = Array.from(lines.at(-1) ?? '').length + 1;
  return { encoding, line: lines.length, column, byte: whole + 1, before };
};
