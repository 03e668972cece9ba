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

/** The lines of a text in portions: one `await` for each piece, not for each line. */
export async function* linePortions(pieces: TextPieces): AsyncGenerator<readonly string[]> {
  const cutter = lineCutter();
  for await (const piece of pieces) yield cutter.push(piece);
  const rest = cutter.rest();
  if (rest !== null) yield [rest];
}
