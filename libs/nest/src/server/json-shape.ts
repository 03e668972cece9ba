/**
 * What a JSON body may hold at all. Far above what an office sends at once, and far below what makes a check that looks at
 * every value keep others waiting.
 */
export type JsonLimits = {
  /** How deep brackets may nest. */
  readonly depth: number;
  /** Members of one object. */
  readonly members: number;
  /** Elements of one list. */
  readonly elements: number;
  /** Values in all, in whatever they lie. */
  readonly values: number;
};

export const JSON_LIMITS: JsonLimits = { depth: 40, members: 200, elements: 1_000, values: 10_000 };

const QUOTE = 34;
const COMMA = 44;
const BACKSLASH = 92;
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];

/** The place behind a string that begins at `at`. */
const afterString = (text: string, at: number): number => {
  let next = at + 1;
  for (let code = text.charCodeAt(next); code !== QUOTE && next < text.length; code = text.charCodeAt(next))
    next += code === BACKSLASH ? 2 : 1;
  return next;
};

/**
 * Which limit a JSON text passes, or null. One walk over the characters, before anything is built of them: it costs the same for
 * every text of a length. Whether the text is JSON at all is the parser's affair.
 */
export const exceededLimit = (text: string, limits: JsonLimits = JSON_LIMITS): keyof JsonLimits | null => {
  const isList: boolean[] = [];
  const commas: number[] = [];
  let values = 1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = afterString(text, at);
    else if (code === OPEN_LIST || code === OPEN_OBJECT) {
      isList.push(code === OPEN_LIST);
      commas.push(0);
      values += 1;
      if (isList.length > limits.depth) return 'depth';
    } else if (code === CLOSE_LIST || code === CLOSE_OBJECT) {
      isList.pop();
      commas.pop();
    } else if (code === COMMA) {
      const inside = commas.length - 1;
      const held = (commas[inside] = (commas[inside] ?? 0) + 1) + 1;
      values += 1;
      const limit = isList[inside] === true ? 'elements' : 'members';
      if (held > limits[limit]) return limit;
    }
    if (values > limits.values) return 'values';
  }
  return null;
};
