/**
 * What a text is for. `text` is what people wrote at length; `line` is one that is read at a glance, such as a title or
 * a name; `number` tells one document from another; `file` is what an old register holds, whatever wrote it.
 */
export type Writing = 'text' | 'line' | 'number' | 'file';

/** A character of a text, such as `U+FFFE`, and its place as a person counts, from 1. */
export type FoundCharacter = { readonly codePoint: string; readonly at: number };

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

/** The character that begins at an index of a text. */
export const characterAt = (text: string, index: number): FoundCharacter => ({
  codePoint: `U+${(text.codePointAt(index) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  at: Array.from(text.slice(0, index)).length + 1,
});

/** The first character that cannot be kept or seen where it stands; null for none. */
export const unwritable = (text: string, writing: Writing): FoundCharacter | null => {
  const found = FORBIDDEN[writing].exec(text);
  return found === null ? null : characterAt(text, found.index);
};
