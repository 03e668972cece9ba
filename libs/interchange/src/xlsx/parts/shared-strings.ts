import { plainText } from '../../sheet/clean-text.ts';
import { SPREADSHEET } from './namespaces.ts';
import { readPart, type Part } from './read-part.ts';
import { openText } from './rich-text.ts';

/** The texts that cells point to by number, cleaned once for all of these. */
export const sharedStrings = (part: Part | null): readonly string[] => {
  const strings: string[] = [];
  if (part === null) return strings;
  const text = openText();
  readPart(part, SPREADSHEET, {
    open: text.open,
    text: text.text,
    close: (name) => {
      text.close(name);
      if (name === 'si') strings.push(plainText(text.taken()));
    },
  });
  return strings;
};
