const BLANK = /[\p{White_Space}\p{Cf}]+/gu;
const OPENING = /[(〔【〈《「『\u{FE5D}[{]/gu;
const CLOSING = /[)〕】〉》」』\u{FE5E}\]}]/gu;
const DASH = /\p{Dash_Punctuation}/gu;

/**
 * What makes two case numbers the same to a reader: full-width and half-width signs, blanks, kinds of brackets and
 * dashes, and upper or lower case do not tell them apart. Empty for a number of nothing else.
 */
export const normalisedCaseNumber = (caseNo: string): string =>
  caseNo
    .normalize('NFKC')
    .replace(BLANK, '')
    .replace(OPENING, '[')
    .replace(CLOSING, ']')
    .replace(DASH, '-')
    .toLowerCase();
