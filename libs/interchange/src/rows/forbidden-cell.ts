import { forbiddenCharacter } from '@duban/contracts';
import type { Sheet, SheetRow } from '../sheet/sheet.ts';

/** Column, character and its place in the first cell of a row that holds what must not enter the log; null for none. */
export const forbiddenCell = ({ header }: Sheet, { cells }: SheetRow): string | null => {
  for (const [at, cell] of cells.entries()) {
    const found = cell === null ? null : forbiddenCharacter(cell.text, 'file');
    if (found !== null)
      return `${header[at] ?? ''}: ${found.codePoint}，第 ${String(found.at)} 个字符 / character ${String(found.at)}`;
  }
  return null;
};
