/** Parts of one section of a number format (ECMA-376 part 1, 18.8.31), as far as they decide what a cell is. */
export type Token =
  | { readonly kind: 'literal'; readonly text: string }
  /** Places for digits: `0`, `#` and `?` in a row. */
  | { readonly kind: 'places'; readonly text: string }
  | { readonly kind: 'general' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'text' }
  /** A part of a date or of a time of day. `m` is a month or a minute, by what stands around it. */
  | { readonly kind: 'date'; readonly letter: 'y' | 'm' | 'd' | 'h' | 's' | 'ampm' }
  /** Hours, minutes or seconds that count on beyond a day. */
  | { readonly kind: 'elapsed'; readonly letter: 'h' | 'm' | 's' }
  /** Decimal point, thousands, exponent, fraction: a number shown in a way of its own. */
  | { readonly kind: 'number' }
  | { readonly kind: 'condition'; readonly text: string };

type Found = Token | null;

const literal = (text: string): Token => ({ kind: 'literal', text });
const date = (letter: 'y' | 'm' | 'd' | 'h' | 's' | 'ampm'): Token => ({ kind: 'date', letter });

const bracketed = (content: string): Found => {
  if (/^(h+|m+|s+)$/i.test(content))
    return { kind: 'elapsed', letter: content.charAt(0).toLowerCase() as 'h' | 'm' | 's' };
  if (/^[<>=]/.test(content)) return { kind: 'condition', text: content };
  const currency = /^\$([^-]*)/.exec(content)?.[1] ?? '';
  // Colours, languages and kinds of digits show nothing of their own.
  return currency === '' ? null : literal(currency);
};

/** In this order; each takes what it matches off the front. Eras, weekdays and the Thai year are parts of a date as well. */
const RULES: readonly (readonly [RegExp, (match: RegExpExecArray) => Found])[] = [
  [/"([^"]*)"?/y, ([, text = '']) => literal(text)],
  [/\\(.)/suy, ([, text = '']) => literal(text)],
  // A blank as wide as the next character, or the next character as often as it fits.
  [/[_*]./suy, () => null],
  [/\[([^\]]*)\]/y, ([, content = '']) => bracketed(content)],
  [/General|G\/通用格式/iy, () => ({ kind: 'general' })],
  [/AM\/PM|A\/P|上午\/下午/iy, () => date('ampm')],
  [/y+|e(?![+-])e*|g+|b[12]|b+/iy, () => date('y')],
  [/a{3,}|d+/iy, () => date('d')],
  [/m+/iy, () => date('m')],
  [/h+/iy, () => date('h')],
  [/s+(\.0+)?/iy, () => date('s')],
  [/e[+-]|[.,]/iy, () => ({ kind: 'number' })],
  [/[0#?]+/y, ([text]) => ({ kind: 'places', text })],
  [/%/y, () => ({ kind: 'percent' })],
  [/@/y, () => ({ kind: 'text' })],
  [/./suy, ([text]) => literal(text)],
];

const nextAt = (section: string, at: number): readonly [Found, number] => {
  for (const [pattern, make] of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(section);
    if (match !== null) return [make(match), at + match[0].length];
  }
  return [null, at + 1];
};

export const tokensOf = (section: string): readonly Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  while (at < section.length) {
    const [token, next] = nextAt(section, at);
    if (token !== null) tokens.push(token);
    at = next;
  }
  return tokens;
};

/** The sections of a format: `;` parts them where it is no literal. */
export const sectionsOf = (code: string): readonly string[] => {
  const sections: string[] = [];
  let current = '';
  for (const [piece] of code.matchAll(/"[^"]*"?|\\.|[_*].|\[[^\]]*\]|;|[^"\\_*[;]+|./gsu)) {
    if (piece === ';') {
      sections.push(current);
      current = '';
    } else current += piece;
  }
  return [...sections, current];
};
