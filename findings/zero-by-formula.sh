#!/usr/bin/env bash
#
# How many items are overdue, by a formula whose result is: none.
#
# Expected: the results, 0 and FALSE, stand in the `v` of the formulas' cells (ECMA-376 part 1, 18.3.1.96), and a reader gives them.
#   A formula that nobody has computed yet has no `v`, as programs write it that cannot compute, and is another matter.
# Happens: exceljs gives `{ formula }` without a `result` for 0, for FALSE and for what was never computed, all alike. The text of
#   such a cell is empty, and so is its field in the CSV that exceljs writes: the report says nothing where it said none. A second
#   property, `cell.result`, has it, but no value has, nor any of `row.values`; with 3 overdue, they all do. excelts, of the same
#   descent, has the values and loses the text.
# Versions: exceljs 4.4.0; right: hucre 1.0.0, read-excel-file 9.3.17, xlsx 0.18.5, and but for the text
#   @cj-tech-master/excelts 10.2.0. Node 26.10.0. Seen 2026-12-01.
# Instead: our reader takes 0 and FALSE as they are, and the import reports a formula without a result.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# excelts asks for Node 22 or later: Node comes along as a package.
echo '{ "private": true, "allowScripts": { "node": true } }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact \
  node@26.10.0 fflate@0.8.3 exceljs@4.4.0 @cj-tech-master/excelts@10.2.0 hucre@1.0.0 read-excel-file@9.3.17 xlsx@0.18.5

cat >workbook.mjs <<'EOF'
import { strToU8, zipSync } from 'fflate';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MEDIA = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** One sheet with these rows. */
export const workbook = (rows) => {
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Override PartName="/xl/workbook.xml" ContentType="${MEDIA}.sheet.main+xml"/>
      <Override PartName="/xl/worksheets/sheet1.xml" ContentType="${MEDIA}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">
      <Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>
      <sheet name="Items" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">
      <Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
  };
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)]))),
  );
};
EOF

cat >finding.mjs <<'EOF'
import { readFileSync } from 'node:fs';
import { Workbook } from '@cj-tech-master/excelts';
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre';
import { readSheet } from 'read-excel-file/node';
import XLSX from 'xlsx';
import { workbook } from './workbook.mjs';

/** Prints what each reader gives, and fails when it is no longer what was seen. */
let changed = false;
const see = (reader, what, seen, described) => {
  const text = JSON.stringify(seen) ?? 'undefined';
  const same = text === (JSON.stringify(described) ?? 'undefined');
  changed ||= !same;
  console.log(`  ${reader.padEnd(24)} ${what.padEnd(24)} ${text}${same ? '' : `   CHANGED: was ${JSON.stringify(described)}`}`);
};
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const named = (name) => `${name.split('/').at(-1)} ${version(name)}`;
console.log(`Node ${process.version}`);

const cell = (column, type, formula, value) => `<c r="${column}1"${type}><f>${formula}</f>${value}</c>`;
const file = workbook(
  `<row r="1">${cell('A', '', '1+2', '<v>3</v>')}${cell('B', '', '1-1', '<v>0</v>')}${cell('C', ' t="b"', '1=2', '<v>0</v>')}` +
    `${cell('D', '', 'TODAY()', '')}</row>`,
);
const CELLS = ['A1', 'B1', 'C1', 'D1'];
const loaded = async (book) => {
  await book.xlsx.load(file);
  return book.worksheets[0];
};
const inExcelJs = new ExcelJS.Workbook();
const sheet = await loaded(inExcelJs);
const results = (of) => CELLS.map((address) => of.getCell(address).value.result ?? null);
const texts = (of) => CELLS.map((address) => of.getCell(address).text);
see(named('exceljs'), 'cell.value.result', results(sheet), [3, null, null, null]);
see(named('exceljs'), 'cell.result', CELLS.map((address) => sheet.getCell(address).result ?? null), [3, 0, false, null]);
see(named('exceljs'), 'cell.text', texts(sheet), ['3', '', '', '']);
see(named('exceljs'), 'as CSV', String(await inExcelJs.csv.writeBuffer()), '3,,,');
const other = await loaded(new Workbook());
see(named('@cj-tech-master/excelts'), 'cell.value.result', results(other), [3, 0, false, null]);
see(named('@cj-tech-master/excelts'), 'cell.text', texts(other), ['3', '', '', '']);
const RIGHT = [3, 0, false, null];
see(named('hucre'), 'rows', (await readXlsx(file)).sheets[0].rows[0], RIGHT);
see(named('read-excel-file'), 'rows', (await readSheet(file))[0], RIGHT.slice(0, 3));
const read = XLSX.read(file).Sheets.Items;
see(named('xlsx'), 'v', CELLS.map((address) => read[address]?.v ?? null), RIGHT);
process.exitCode = changed ? 1 : 0;
EOF
TZ=UTC node_modules/.bin/node finding.mjs
