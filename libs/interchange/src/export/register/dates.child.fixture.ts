/** For specs only: a program that is run under several time zones and says which days came back, and by which bytes. */
import { createHash } from 'node:crypto';
import { readCsv } from '../../csv/read-csv.ts';
import type { Sheet } from '../../sheet/sheet.ts';
import { readXlsx } from '../../xlsx/read-xlsx.ts';
import { csvRegister } from './csv-register.ts';
import type { RegisterColumn } from './register-column.ts';
import { xlsxRegister } from './xlsx-register.ts';

const columns: readonly RegisterColumn[] = [{ key: 'on', label: { zh: '日期', en: 'on' }, kind: 'date' }];
const rows = ['1899-12-31', '1900-02-28', '1900-03-01', '2026-03-08', '2026-12-01'].map((on) => ({ on }));
const wish = { language: 'zh' } as const;
const daysIn = ({ rows: read }: Sheet): readonly (string | undefined)[] =>
  read.map(({ cells }) => cells[0]?.text);

let csv = '';
for await (const piece of csvRegister(rows, columns, wish)) csv += piece;
const xlsx = await xlsxRegister(rows, columns, wish);
process.stdout.write(
  JSON.stringify({
    csv: daysIn(await readCsv(Buffer.from(csv), 1)),
    xlsx: daysIn(readXlsx(xlsx, 1, 1)),
    digest: createHash('sha256').update(xlsx).digest('hex'),
  }),
);
