import type { Token } from './format-tokens.ts';

const SIGNIFICANT = 15;

/** `0.07 × 100` is 7, not 7.000000000000001: spreadsheets keep fifteen digits. */
const percentOf = (value: number): string => `${String(Number((value * 100).toPrecision(SIGNIFICANT)))}%`;

/** Digits fill the places from the right; what is left stands before the first place. */
const filled = (tokens: readonly Token[], digits: string): string => {
  let left = digits;
  const first = tokens.findIndex(({ kind }) => kind === 'places');
  const shown = tokens.map((token) => (token.kind === 'literal' ? token.text : ''));
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (token?.kind !== 'places') continue;
    const taken = at === first ? left : left.slice(-token.text.length);
    left = left.slice(0, left.length - taken.length);
    const zeros = token.text.slice(0, Math.max(0, token.text.length - taken.length)).replaceAll(/[^0]/g, '');
    shown[at] = `${zeros}${taken}`;
  }
  return shown.join('');
};

const isWhole = (tokens: readonly Token[]): boolean =>
  tokens.every(({ kind }) => kind === 'literal' || kind === 'places');

/**
 * A number as a person reads it. Formats that give a whole number zeros in front or words around it make another text of it, such as
 * a document number; what only rounds or groups digits leaves the number as it is.
 */
export const shownNumber = (value: number, tokens: readonly Token[]): string => {
  const plain = String(value);
  if (tokens.some(({ kind }) => kind === 'percent')) return percentOf(value);
  if (!Number.isSafeInteger(value) || value < 0) return plain;
  const shaped = tokens.map((token): Token =>
    token.kind === 'general' ? { kind: 'places', text: '0' } : token,
  );
  if (!isWhole(shaped)) return plain;
  const digits = shaped.some(({ kind }) => kind === 'places') && value === 0 ? '' : plain;
  const text = filled(shaped, digits).trim();
  return text === '' ? plain : text;
};
