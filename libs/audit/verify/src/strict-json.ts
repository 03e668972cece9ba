/**
 * What `JSON.parse` passes over and a reader must not: it keeps the last of two members of one name, so that the first one,
 * which a person reads, was never compared; and it rounds numbers.
 */
export type JsonFault = {
  readonly code: 'line.member-doubled' | 'line.number-altered' | 'line.too-deep';
  /** The name of the member, or the number, as they stand in the text. */
  readonly found: string;
  /** Where in the text, in UTF-16 code units. */
  readonly at: number;
};

/** Deeper than any event; as deep as every reader of JSON goes. */
const DEEPEST = 500;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Behind the closing quote of the string that begins at `from`. */
const endOfString = (text: string, from: number): number => {
  for (let at = from + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === QUOTE) return at + 1;
  }
  return text.length;
};

const NUMBER = /-?\d[\d.eE+-]*/y;
const PARTS = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** Significant digits and the power of ten behind them: the same for `1.50`, `15e-1` and `1.5`. */
const decimalOf = (number: string): string => {
  const [, whole = '', fraction = '', exponent = '0'] = PARTS.exec(number) ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  return `${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
};

/** Whether this spelling says the very number that is compared. */
const isExact = (number: string): boolean => {
  const value = Number(number);
  return Number.isFinite(value) && decimalOf(number) === decimalOf(JSON.stringify(value));
};

/** The names seen in each object that is open; `null` for an array. */
type Open = (Set<string> | null)[];

const COLON = /[ \t\n\r]*:/y;

const nameFault = (text: string, open: Open, from: number, to: number): JsonFault | null => {
  const names = open.at(-1) ?? null;
  COLON.lastIndex = to;
  if (names === null || !COLON.test(text)) return null;
  const name = JSON.parse(text.slice(from, to)) as string;
  if (names.has(name)) return { code: 'line.member-doubled', found: name, at: from };
  names.add(name);
  return null;
};

const bracket = (character: string | undefined, open: Open): void => {
  if (character === '{') open.push(new Set());
  else if (character === '[') open.push(null);
  else if (character === '}' || character === ']') open.pop();
};

/** The token at a place: where it ends, and what is wrong with it. */
const tokenAt = (text: string, at: number, open: Open): { end: number; fault: JsonFault | null } => {
  const character = text[at];
  if (character === '"') {
    const end = endOfString(text, at);
    return { end, fault: nameFault(text, open, at, end) };
  }
  NUMBER.lastIndex = at;
  const [number] = NUMBER.exec(text) ?? [];
  if (number !== undefined)
    return {
      end: at + number.length,
      fault: isExact(number) ? null : { code: 'line.number-altered', found: number, at },
    };
  bracket(character, open);
  const isTooDeep = open.length > DEEPEST;
  return { end: at + 1, fault: isTooDeep ? { code: 'line.too-deep', found: String(DEEPEST), at } : null };
};

/** The first fault in a text that `JSON.parse` takes; `null` where there is none. */
export const jsonFault = (text: string): JsonFault | null => {
  const open: Open = [];
  for (let at = 0; at < text.length;) {
    const { end, fault } = tokenAt(text, at, open);
    if (fault !== null) return fault;
    at = end;
  }
  return null;
};

/** Whether a text is what ECMAScript itself writes for its value: then it has one reading, and nothing is doubled in it. */
export const isPlain = (text: string, value: unknown): boolean => {
  try {
    return JSON.stringify(value) === text;
  } catch {
    return false; // too deep to be written
  }
};
