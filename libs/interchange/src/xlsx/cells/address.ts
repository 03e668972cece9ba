const LETTERS = 26;
const A = 64;
/** What spreadsheets have: XFD1048576 is the last cell. */
const LAST_COLUMN = 16_384;
const LAST_ROW = 1_048_576;

export type Address = { readonly column: number; readonly row: number };

/** `C7` as column 3 and row 7; null for what is no cell. */
export const addressOf = (reference: string): Address | null => {
  const [, letters = '', digits = ''] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * LETTERS + letter.charCodeAt(0) - A;
  const row = Number(digits);
  return column < 1 || column > LAST_COLUMN || row < 1 || row > LAST_ROW ? null : { column, row };
};

/** `C` for 3. */
export const lettersOf = (column: number): string =>
  column < 1
    ? ''
    : `${lettersOf(Math.floor((column - 1) / LETTERS))}${String.fromCharCode(A + 1 + ((column - 1) % LETTERS))}`;
