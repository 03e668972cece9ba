/** Characters that take two places on a terminal: Chinese, kana, Hangul, full-width forms. */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}]/u;

const widthOf = (text: string): number =>
  Array.from(text).reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Columns under each other, whatever the script; the last one is as long as it likes. */
export const table = (rows: readonly (readonly (string | number | null)[])[]): string => {
  const cells = rows.map((row) =>
    row.map((cell) => (cell === null ? '' : String(cell).replace(/\s+/g, ' '))),
  );
  const columns = Math.max(0, ...cells.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(0, ...cells.map((row) => widthOf(row[at] ?? ''))),
  );
  return cells
    .map((row) =>
      row
        .map((cell, at) => (at === row.length - 1 ? cell : padded(cell, widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
