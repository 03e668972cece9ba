import type { Take } from '../mapping/mapping.ts';
import type { Cell, CellDoubt, Sheet, SheetRow } from '../sheet/sheet.ts';

/** The cells of one row by the name of their column. */
export type NamedCells = {
  readonly row: number;
  readonly cell: (column: string) => Cell | null;
  readonly hidden: boolean;
  /** The columns of which so much is doubtful; those without a name are nobody's. */
  readonly doubts: (kind: CellDoubt['kind']) => readonly Doubt[];
};

export type Doubt = { readonly column: string; readonly found: string };

export const namedCells = ({ header }: Sheet): ((row: SheetRow) => NamedCells) => {
  const places = new Map(header.map((name, at) => [name, at]));
  return ({ row, cells, hidden, doubts }) => ({
    row,
    hidden,
    cell: (column) => cells[places.get(column) ?? -1] ?? null,
    doubts: (kind) =>
      doubts.flatMap((doubt) => {
        const column = header[doubt.at] ?? '';
        return doubt.kind !== kind || column === '' ? [] : [{ column, found: doubt.found }];
      }),
  });
};

/** Cut at a word where one ends near the limit; texts without spaces are cut at the character. */
const shortened = (text: string, atMost: number): string => {
  const characters = Array.from(text.replace(/\s+/g, ' '));
  if (characters.length <= atMost) return characters.join('');
  const cut = characters.slice(0, atMost - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${space > atMost * 0.6 ? cut.slice(0, space) : cut}…`;
};

/** The text that a mapping takes from a row; empty when none of its columns is filled. */
export const taken = ({ cell }: NamedCells, from: Take | null): string => {
  if (from === null) return '';
  const filled = from.columns.flatMap((column) => cell(column)?.text ?? []);
  const text = from.take === 'joined' ? filled.join(from.joinedBy) : (filled[0] ?? '');
  return from.atMost === null ? text : shortened(text, from.atMost);
};
