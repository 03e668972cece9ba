import { BOM, type EditorMarks } from './editor-marks.ts';

/** Takes text as it comes, in pieces cut anywhere, and answers the lines that became whole. */
type LineCutter = {
  readonly push: (piece: string) => readonly string[];
  /** What stands behind the last newline; `null` when nothing does. */
  readonly rest: () => string | null;
};

const lineCutter = (): LineCutter => {
  let rest = '';
  return {
    push: (piece) => {
      const lines = (rest + piece).split('\n');
      rest = lines.pop() ?? '';
      return lines;
    },
    rest: () => (rest === '' ? null : rest),
  };
};

export type TextPieces = AsyncIterable<string> | Iterable<string>;

/** The byte order mark and carriage returns taken off, and noted. */
const cleaner = (marks?: EditorMarks) => {
  let isFirst = true;
  return (lines: readonly string[]): readonly string[] =>
    lines.map((line) => {
      let text = line;
      if (isFirst && line.startsWith(BOM)) {
        marks?.add('file.bom');
        text = text.slice(1);
      }
      isFirst = false;
      if (!text.endsWith('\r')) return text;
      marks?.add('file.crlf');
      return text.slice(0, -1);
    });
};

/** The lines of a text in portions: one `await` for each piece, not for each line. What an editor left is taken off them. */
export async function* linePortions(
  pieces: TextPieces,
  marks?: EditorMarks,
): AsyncGenerator<readonly string[]> {
  const cutter = lineCutter();
  const clean = cleaner(marks);
  for await (const piece of pieces) yield clean(cutter.push(piece));
  const rest = cutter.rest();
  if (rest === null) return;
  // Spaces behind the last newline are no line that lost its end.
  if (!isBlank(rest)) marks?.add('file.no-final-newline');
  yield clean([rest]);
}

export const isBlank = (line: string): boolean => line.trim() === '';
