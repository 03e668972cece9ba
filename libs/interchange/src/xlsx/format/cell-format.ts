import { sectionsOf, tokensOf, type Token } from './format-tokens.ts';

/** What a date's section shows of it. */
export type DateShape = {
  readonly kind: 'date';
  readonly day: boolean;
  readonly time: boolean;
  readonly elapsed: 'h' | 'm' | 's' | null;
};

export type Section =
  | DateShape
  /** Nothing at all, which is how zeros are hidden. */
  | { readonly kind: 'blank' }
  | { readonly kind: 'number'; readonly tokens: readonly Token[] };

type Condition = (value: number) => boolean;

export type CellFormat = {
  /** The section that shows a number. */
  readonly sectionFor: (value: number) => Section;
  /** What stands around a text; null when the text stands alone. */
  readonly around: readonly [string, string] | null;
};

const COMPARED: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '=': (a, b) => a === b,
  '<>': (a, b) => a !== b,
};

const conditionIn = (tokens: readonly Token[]): Condition | null => {
  const found = tokens.find((token) => token.kind === 'condition');
  const [, operator = '', limit = ''] = /^([<>=]+)(.*)$/.exec(found?.text ?? '') ?? [];
  const compared = COMPARED[operator];
  return compared === undefined ? null : (value) => compared(value, Number(limit));
};

type Timed = Extract<Token, { readonly kind: 'date' | 'elapsed' }>;

/** `m` is a minute behind hours and before seconds, else a month. */
const isClock = (timed: readonly Timed[], at: number): boolean => {
  const { kind, letter } = timed[at] ?? { kind: 'date', letter: 'y' };
  if (kind === 'elapsed' || letter === 'h' || letter === 's' || letter === 'ampm') return true;
  return letter === 'm' && (timed[at - 1]?.letter === 'h' || timed[at + 1]?.letter === 's');
};

const sectionOf = (tokens: readonly Token[]): Section => {
  const timed = tokens.filter((token) => token.kind === 'date' || token.kind === 'elapsed');
  const counts = tokens.some(({ kind }) => ['places', 'general', 'percent', 'text'].includes(kind));
  if (timed.length > 0 && !counts) {
    const clock = timed.map((_, at) => isClock(timed, at));
    const elapsed = timed.find(({ kind }) => kind === 'elapsed')?.letter as DateShape['elapsed'] | undefined;
    return { kind: 'date', day: clock.includes(false), time: clock.includes(true), elapsed: elapsed ?? null };
  }
  const shown = tokens.filter(({ kind }) => kind !== 'condition');
  return shown.length === 0 ? { kind: 'blank' } : { kind: 'number', tokens: shown };
};

const GENERAL: Section = { kind: 'number', tokens: [{ kind: 'general' }] };

const literals = (tokens: readonly Token[]): string =>
  tokens.map((token) => (token.kind === 'literal' ? token.text : '')).join('');

const aroundText = (sections: readonly (readonly Token[])[]): readonly [string, string] | null => {
  const tokens = sections.find((section) => section.some(({ kind }) => kind === 'text')) ?? [];
  const at = tokens.findIndex(({ kind }) => kind === 'text');
  const [before, behind] = [literals(tokens.slice(0, at)), literals(tokens.slice(at + 1))];
  return at === -1 || `${before}${behind}`.trim() === '' ? null : [before, behind];
};

/** The place of the section for a number: by conditions where there are some, else by its sign. */
const placeOf = (value: number, conditions: readonly (Condition | null)[], count: number): number => {
  const [first = null, second = null] = conditions;
  if (first !== null || second !== null) {
    if (first?.(value) === true) return 0;
    if (second?.(value) === true) return 1;
    return first !== null && second !== null ? 2 : 1;
  }
  if (value < 0 && count > 1) return 1;
  return value === 0 && count > 2 ? 2 : 0;
};

const parsed = (code: string): CellFormat => {
  const all = sectionsOf(code).map(tokensOf);
  const around = aroundText(all);
  const numeric = all.slice(0, 3).filter((tokens) => !tokens.some(({ kind }) => kind === 'text'));
  const sections = numeric.map(sectionOf);
  const conditions = numeric.map(conditionIn);
  return {
    around,
    sectionFor: (value) => {
      const section = sections[placeOf(value, conditions, sections.length)] ?? GENERAL;
      // A format that shows no number at all hides what is there; only zeros are hidden to be read as nothing.
      return section.kind === 'blank' && value !== 0 ? GENERAL : section;
    },
  };
};

const known = new Map<string, CellFormat>();
const MOST_KNOWN = 1_000;

export const parseFormat = (code: string): CellFormat => {
  const found = known.get(code);
  if (found !== undefined) return found;
  if (known.size >= MOST_KNOWN) known.clear();
  const format = parsed(code);
  known.set(code, format);
  return format;
};
