import type { Mapping } from '../mapping/mapping.ts';
import type { Sheet, SheetRow } from '../sheet/sheet.ts';
import { isRefusedRow, type ItemRow, type RefusedRow, type RegisterRow } from './register-row.ts';

/** A row as the file has it, beside what it was read as. */
export type ReadRow = { readonly raw: SheetRow; readonly read: RegisterRow };

const differingColumns = (a: SheetRow, b: SheetRow, { header }: Sheet): readonly string[] =>
  header.filter((name, at) => name !== '' && a.cells[at]?.text !== b.cells[at]?.text);

/** Two rows under one number: which one is meant is not ours to guess, so the reason says what speaks against it. */
const asDouble = (first: ReadRow, again: SheetRow, item: ItemRow, sheet: Sheet): RefusedRow => {
  const columns = differingColumns(first.raw, again, sheet);
  const { row } = first.read;
  const differs =
    columns.length === 0 ? '内容相同 / same content' : `内容不同的列 / differs in: ${columns.join(', ')}`;
  return {
    row: item.row,
    number: item.number,
    code: 'row.doubled',
    detail: `先见于第 ${row} 行 / first in row ${row}; ${differs}`,
  };
};

/** The rows that share one number because its cell is merged over them: lines of one item, which no row alone tells whole. */
const linesOfOneItem = (
  rows: readonly ReadRow[],
  { header }: Sheet,
  { identity }: Mapping,
): ReadonlySet<SheetRow> => {
  const places = identity.map((column) => header.indexOf(column));
  const lines = new Set<SheetRow>();
  let above: SheetRow | undefined;
  for (const { raw } of rows) {
    const filled = places.filter((at) => (raw.cells[at] ?? null) !== null);
    const merged = (at: number): boolean =>
      raw.doubts.some((doubt) => doubt.kind === 'merged-down' && doubt.at === at);
    const before = above;
    if (before !== undefined && filled.length > 0 && filled.every(merged)) lines.add(before).add(raw);
    above = raw;
  }
  return lines;
};

const asLine = ({ raw, read }: ReadRow, { identity }: Mapping): RefusedRow => ({
  row: raw.row,
  number: read.number,
  code: 'row.number-merged',
  detail: identity.join(', '),
});

/**
 * The second occurrence of a row's identity is refused, whatever became of the first (C40). Where a mapping accepts or
 * only warns of doubles, the later row is another item, told apart by its occurrence.
 */
export const refuseDoubles = (
  rows: readonly ReadRow[],
  sheet: Sheet,
  mapping: Mapping,
): readonly RegisterRow[] => {
  const seen = new Map<string, { readonly first: ReadRow; count: number }>();
  const refuses = mapping.rules.doubled === 'refuse';
  const lines = refuses ? linesOfOneItem(rows, sheet, mapping) : new Set<SheetRow>();
  return rows.map((current) => {
    const { raw, read } = current;
    if (lines.has(raw)) return asLine(current, mapping);
    if (isRefusedRow(read)) return read;
    const known = seen.get(read.identity);
    if (known === undefined) {
      seen.set(read.identity, { first: current, count: 1 });
      return read;
    }
    known.count += 1;
    if (refuses) return asDouble(known.first, raw, read, sheet);
    return asAnother(read, known.count, mapping.rules.doubled === 'warn');
  });
};

const asAnother = (item: ItemRow, occurrence: number, warn: boolean): ItemRow => ({
  ...item,
  identity: `${item.identity}\u001F#${occurrence}`,
  facts: warn ? { ...item.facts, warnings: [...item.facts.warnings, 'doubled'] } : item.facts,
});
