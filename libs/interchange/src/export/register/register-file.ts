import { boardColumns } from './board-columns.ts';
import { csvRegister, type RegisterRows } from './csv-register.ts';
import type { RegisterWish } from './register-column.ts';
import { utf8Blocks } from '../source/text-blocks.ts';
import { xlsxRegister } from './xlsx-register.ts';

export type RegisterFormat = 'csv' | 'xlsx';

/** The board's rows as a file, block by block: the one way in which a register leaves, over HTTP and from the command line. */
export async function* registerFile(
  format: RegisterFormat,
  rows: RegisterRows,
  wish: RegisterWish,
): AsyncGenerator<Uint8Array> {
  if (format === 'csv') yield* utf8Blocks(csvRegister(rows, boardColumns, wish));
  else yield await xlsxRegister(rows, boardColumns, wish);
}
