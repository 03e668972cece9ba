/** Prints the dates of a register as read in this process' time zone: `number madeOn closedOn dueOn`, a line each. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isRefusedRow, readMapping, readRegister } from '@duban/interchange';

const [file = '', mapping = ''] = process.argv.slice(2);
const register = await readRegister(
  readFileSync(file),
  basename(file),
  readMapping(readFileSync(mapping, 'utf8')),
  '2026-03-05',
);
for (const row of register.rows) {
  if (isRefusedRow(row)) continue;
  const { madeOn, closedOn, dueOn } = row.facts;
  console.log([row.number, madeOn, closedOn, dueOn].join(' '));
}
