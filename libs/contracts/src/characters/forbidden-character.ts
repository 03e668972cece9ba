import { ERASED, LOST, WITHHELD } from '../texts/privacy.texts.ts';

/**
 * What a text is for. `text` is what people wrote at length; `line` is one that is read at a glance, such as a title or
 * a name; `number` tells one document from another; `file` is what an old register holds, whatever wrote it.
 */
export type Writing = 'text' | 'line' | 'number' | 'file';

export type ForbiddenCharacter = {
  readonly code: 'text.forbidden-character' | 'text.erased-mark';
  /** Such as `U+FFFE`. */
  readonly codePoint: string;
  /** Counted as a person counts, from 1. */
  readonly at: number;
};

/** Lone surrogates, noncharacters and what turns the direction of others: no program shows them as they are. */
const NEVER = String.raw`\p{Cs}\p{NChar}\u2028\u2029\u202A-\u202E\u2066-\u2069`;
/** Controls but tab, line feed and carriage return. XML 1.0 has no way to write these (production 2). */
const C0 = String.raw`\u0000-\u0008\u000B\u000C\u000E-\u001F`;
/** DEL and the controls that XML merely advises against; registers have them from encodings that were mixed up. */
const C1 = String.raw`\u007F-\u009F`;
/** Unseen wherever they stand: two numbers that differ by one of them look alike. */
const UNSEEN = String.raw`\u00AD\u034F\u115F\u1160\u17B4\u17B5\u200B\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF0-\uFFFB\u{E0000}-\u{E00FF}\u{E01F0}-\u{E0FFF}`;
/** Unseen, but Uyghur, Mongolian and emoji are not written without them: in their place after such a letter. */
const JOINING = String.raw`\u061C\u180B-\u180F\u200C-\u200F\uFE00-\uFE0F\u{E0100}-\u{E01EF}`;
const JOINED = String.raw`\p{Script=Arabic}\p{Script=Mongolian}\p{Script=Tibetan}\p{Script=Devanagari}\p{Script=Han}\p{Extended_Pictographic}\u{1F3FB}-\u{1F3FF}`;
const OUT_OF_PLACE = `(?<![${JOINED}${JOINING}])[${JOINING}]`;
/** A number is one line without blanks but the plain one, none of them at its ends or doubled. */
const ODD_BLANK = String.raw`[\t\n\r]|[^\P{Zs} ]|^ | (?= |$)`;

const pattern = (...alternatives: readonly string[]): RegExp => new RegExp(alternatives.join('|'), 'u');

const FORBIDDEN: Readonly<Record<Writing, RegExp>> = {
  file: pattern(`[${NEVER}${C0}]`),
  text: pattern(`[${NEVER}${C0}${C1}]`),
  line: pattern(`[${NEVER}${C0}${C1}${UNSEEN}]`, OUT_OF_PLACE),
  number: pattern(`[${NEVER}${C0}${C1}${UNSEEN}${JOINING}]`, ODD_BLANK),
};

const named = (text: string, index: number): Pick<ForbiddenCharacter, 'codePoint' | 'at'> => ({
  codePoint: `U+${(text.codePointAt(index) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  at: Array.from(text.slice(0, index)).length + 1,
});

/** The first character of a text that must not enter the log, where no later release could take it out; null for none. */
export const forbiddenCharacter = (text: string, writing: Writing): ForbiddenCharacter | null => {
  const found = FORBIDDEN[writing].exec(text);
  if (found !== null) return { code: 'text.forbidden-character', ...named(text, found.index) };
  const marks = [ERASED, LOST, WITHHELD].map((mark) => text.indexOf(mark)).filter((index) => index >= 0);
  // Typed by somebody, it would pass for a text that was erased by law, lost or kept back.
  return marks.length === 0 ? null : { code: 'text.erased-mark', ...named(text, Math.min(...marks)) };
};
