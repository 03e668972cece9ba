import { characterAt, unwritable, type FoundCharacter, type Writing } from '@duban/domain';
import { ERASED, LOST, WITHHELD } from '../texts/privacy.texts.ts';

export type ForbiddenCharacter = FoundCharacter & {
  readonly code: 'text.forbidden-character' | 'text.erased-mark';
};

/** The first character of a text that must not enter the log, where no later release could take it out; null for none. */
export const forbiddenCharacter = (text: string, writing: Writing): ForbiddenCharacter | null => {
  const found = unwritable(text, writing);
  if (found !== null) return { code: 'text.forbidden-character', ...found };
  const marks = [ERASED, LOST, WITHHELD].map((mark) => text.indexOf(mark)).filter((index) => index >= 0);
  // Typed by somebody, it would pass for a text that was erased by law, lost or kept back.
  return marks.length === 0 ? null : { code: 'text.erased-mark', ...characterAt(text, Math.min(...marks)) };
};
