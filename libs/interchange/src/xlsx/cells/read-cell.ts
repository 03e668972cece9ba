import { plainText } from '../../sheet/clean-text.ts';
import type { Cell, CellDoubt } from '../../sheet/sheet.ts';
import type { CellFormat } from '../format/cell-format.ts';
import { unescaped } from '../parts/rich-text.ts';
import type { Styles } from '../parts/styles.ts';
import type { DateSystem } from '../../sheet/sheet.ts';
import { isoCell } from './iso-cell.ts';
import { isZeroDate, numberCell } from './number-cell.ts';

/** A cell as the file has it. `value` is null without a `v`, `inline` without an `is`. */
export type RawCell = {
  readonly type: string;
  readonly style: number;
  readonly value: string | null;
  readonly inline: string | null;
  readonly formula: boolean;
};

/** A cell as read: what a person sees, and what is doubtful about it. */
export type SeenCell = {
  readonly cell: Cell | null;
  readonly doubt: Pick<CellDoubt, 'kind' | 'found'> | null;
};

export type CellReading = {
  readonly styles: Styles;
  readonly strings: readonly string[];
  readonly dateSystem: DateSystem;
};

const EMPTY: SeenCell = { cell: null, doubt: null };
const seen = (cell: Cell | null): SeenCell => (cell === null ? EMPTY : { cell, doubt: null });
const unreadable = (found: string): SeenCell => ({ cell: null, doubt: { kind: 'unreadable', found } });

const cleanCell = (clean: string, { around }: CellFormat): SeenCell => {
  if (clean === '') return EMPTY;
  return seen({ text: around === null ? clean : `${around[0]}${clean}${around[1]}`.trim(), date: null });
};

const textCell = (text: string, format: CellFormat): SeenCell => cleanCell(plainText(text), format);

const shared = (value: string, format: CellFormat, { strings }: CellReading): SeenCell => {
  const text = /^\d+$/.test(value.trim()) ? strings[Number(value)] : undefined;
  return text === undefined ? unreadable(`s ${value}`) : cleanCell(text, format);
};

const number = (value: string, format: CellFormat, { dateSystem }: CellReading): SeenCell => {
  const parsed = value.trim() === '' ? Number.NaN : Number(value);
  if (!Number.isFinite(parsed)) return unreadable(value);
  const cell = numberCell(parsed, format, dateSystem);
  return isZeroDate(parsed, format)
    ? { cell, doubt: { kind: 'zero-date', found: cell?.text ?? '0' } }
    : seen(cell);
};

const valued = (type: string, value: string, format: CellFormat, reading: CellReading): SeenCell => {
  switch (type) {
    case 's':
      return shared(value, format, reading);
    case 'str':
      return textCell(unescaped(value), format);
    case 'b':
      return textCell(value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE', format);
    case 'e':
      return { cell: null, doubt: { kind: 'error', found: value } };
    case 'd': {
      const cell = isoCell(value, format.sectionFor(1));
      return cell === null ? unreadable(value) : seen(cell);
    }
    case 'n':
      return number(value, format, reading);
    default:
      return unreadable(`t="${type}"`);
  }
};

/** What a person reads in a cell, of whatever kind: a formula counts as its result, a link as its text. */
export const readCell = (raw: RawCell, reading: CellReading): SeenCell => {
  const { type, style, value, inline, formula } = raw;
  const format = reading.styles(style);
  if (type === 'inlineStr' || (inline !== null && value === null))
    return textCell(inline ?? value ?? '', format);
  // The result of a formula that says nothing is an empty text, of type `str`; without one the file has yet to be calculated.
  if (formula && (value === null || (value.trim() === '' && type !== 'str'))) return unreadable('= ?');
  return value === null || (value === '' && type !== 'str') ? EMPTY : valued(type, value, format, reading);
};
