// eslint-disable-next-line no-control-regex -- exactly these characters have no place in XML 1.0
const IMPOSSIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g;
/** What a reader would take for an escaped character (ECMA-376, ST_Xstring): its first sign is escaped itself. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;
/** Read alike by all programs in runs only. */
const IN_RUNS = /^\s|\s$|_x005F_/;

/**
 * A text as a workbook can hold it: what XML cannot carry is shown as U+FFFD, as in the other exports, so that nothing vanishes
 * unseen and every program opens the file; blanks at its ends are kept, which a reader drops where they are not marked.
 */
export const xlsxText = (text: string): string | { readonly richText: { readonly text: string }[] } => {
  const carried = text.toWellFormed().replace(IMPOSSIBLE, '\uFFFD').replace(ESCAPE, '_x005F_');
  return IN_RUNS.test(carried) ? { richText: [{ text: carried }] } : carried;
};
