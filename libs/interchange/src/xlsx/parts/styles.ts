import { builtInFormat } from '../format/built-in-formats.ts';
import { parseFormat, type CellFormat } from '../format/cell-format.ts';
import { SPREADSHEET } from './namespaces.ts';
import { attribute, readPart, type Part } from './read-part.ts';

const GENERAL = parseFormat('General');

const LISTS = ['numFmts', 'cellXfs'];

/** The format of a cell by the number of its style. */
export type Styles = (style: number) => CellFormat;

const formatOf = (id: number, own: ReadonlyMap<number, string>): CellFormat => {
  const code = own.get(id) ?? '';
  // Some writers give built-in numbers an empty code, which means nothing.
  return code === '' ? builtInFormat(id) : parseFormat(code);
};

export const readStyles = (part: Part | null): Styles => {
  const own = new Map<number, string>();
  const ids: number[] = [];
  // Formats of conditional formatting (dxf) and of named styles have elements of the same names.
  let list = '';
  if (part !== null)
    readPart(part, SPREADSHEET, {
      open: (name, element) => {
        if (LISTS.includes(name)) list = name;
        if (name === 'numFmt' && list === 'numFmts')
          own.set(Number(attribute(element, 'numFmtId')), attribute(element, 'formatCode') ?? '');
        if (name === 'xf' && list === 'cellXfs') ids.push(Number(attribute(element, 'numFmtId') ?? '0'));
      },
      close: (name) => {
        if (LISTS.includes(name)) list = '';
      },
    });
  const formats = ids.map((id) => formatOf(id, own));
  return (style) => formats[style] ?? GENERAL;
};
