/**
 * An id that people give: letters and digits of ASCII or Chinese characters, and `. _ ~ + -` between them. Compatibility forms
 * (`ａ`, `⼀`) look like others and are none.
 */
const IDENTIFIER = /^[A-Za-z0-9\p{Script=Han}][\w\p{Script=Han}.~+-]{0,99}$/u;

export const isIdentifier = (text: string): boolean =>
  IDENTIFIER.test(text) && text.normalize('NFKC') === text;

const PERSON = 'person:';

export const isPersonId = (text: string): boolean =>
  text.startsWith(PERSON) && isIdentifier(text.slice(PERSON.length));

/** Of this case, or `case/item` of another. */
export const isItemPlace = (text: string): boolean => {
  const parts = text.split('/');
  return parts.length <= 2 && parts.every(isIdentifier);
};
