/** `_x000D_`: how a workbook writes a character that XML would swallow; text files made from workbooks keep it. */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;
// eslint-disable-next-line no-control-regex -- exactly these characters are taken out
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFEFF]/g;

const unescaped = (match: string, hex: string): string => {
  const code = Number.parseInt(hex, 16);
  // Only what nobody can have typed: a text that speaks of `_x0041_` stays as it is.
  return code < 0x20 || code === 0x5f ? String.fromCharCode(code) : match;
};

/** Line breaks as `\n`, no control characters, no lone surrogates, nothing blank around it. */
export const plainText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(CONTROL, '').toWellFormed().trim();

/** The same for a text file, whose `_x000D_` no reader has decoded yet. */
export const cleanText = (text: string): string => plainText(text.replace(ESCAPED, unescaped));
