#!/usr/bin/env bash
#
# A formula that failed, as its cell is read.
#
# Expected: a cell of type `e` holds no value but the name of an error, here #N/A (ECMA-376 part 1, 18.18.11); nobody should be able to take
#   it for a value that was entered.
# Happens: xlsx gives the number 42 as the cell's value, the code of this error in the older binary format; only the type tells it from
#   a cell that holds 42. hucre gives a text, the same as for a cell in which a person wrote it. read-excel-file gives null, the same
#   as for no cell, and so do the rows of xlsx (`sheet_to_json`). exceljs gives an object that says it is an error.
# Versions: xlsx 0.18.5, hucre 1.0.0, read-excel-file 9.3.17; right: exceljs 4.4.0. Seen 2026-11-30.
# Instead: our reader gives no value, and the import reports the cell with its row (`cell-error`).

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact --ignore-scripts \
  fflate@0.8.3 exceljs@4.4.0 hucre@1.0.0 read-excel-file@9.3.17 xlsx@0.18.5

cat >workbook.mjs <<'EOF'
import { strToU8, zipSync } from 'fflate';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MEDIA = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** One sheet with one row. Styles of cells: 0 general, 1 date, 2 time of day, 3 date and time. */
export const workbook = (cells, properties = '') => {
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Override PartName="/xl/workbook.xml" ContentType="${MEDIA}.sheet.main+xml"/>
      <Override PartName="/xl/styles.xml" ContentType="${MEDIA}.styles+xml"/>
      <Override PartName="/xl/worksheets/sheet1.xml" ContentType="${MEDIA}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">
      <Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${properties}<sheets>
      <sheet name="Items" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">
      <Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>
      <Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>
      <borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/>
      <xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="20" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/>
      </cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
  };
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)]))),
  );
};
EOF

cat >finding.mjs <<'EOF'
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre';
import { readSheet } from 'read-excel-file/node';
import XLSX from 'xlsx';
import { workbook } from './workbook.mjs';

/** Prints what each reader gives, and fails when it is no longer what was seen. */
let changed = false;
const see = (reader, what, seen, described) => {
  const same = JSON.stringify(seen) === JSON.stringify(described);
  changed ||= !same;
  const fault = same ? '' : `   CHANGED: was ${JSON.stringify(described)}`;
  console.log(`  ${reader.padEnd(24)} ${what.padEnd(22)} ${JSON.stringify(seen)}${fault}`);
};
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const named = (name) => `${name.split('/').at(-1)} ${version(name)}`;
console.log(`Node ${process.version}`);

// An error, a text of the same letters, no value, the number 42.
const file = workbook(
  '<c r="A1" t="e"><f>NA()</f><v>#N/A</v></c><c r="B1" t="inlineStr"><is><t>#N/A</t></is></c><c r="C1"/><c r="D1"><v>42</v></c>',
);
const WHAT = 'error, text, none, 42:';
const sheet = XLSX.read(file).Sheets.Items;
see(
  named('xlsx'),
  WHAT,
  ['A1', 'B1', 'C1', 'D1'].map((cell) => sheet[cell]?.v ?? null),
  [42, '#N/A', null, 42],
);
see(`${named('xlsx')} in rows`, WHAT, XLSX.utils.sheet_to_json(sheet, { header: 1, defval: null })[0], [
  null,
  '#N/A',
  null,
  42,
]);
see(named('hucre'), WHAT, (await readXlsx(file)).sheets[0].rows[0], ['#N/A', '#N/A', null, 42]);
see(named('read-excel-file'), WHAT, (await readSheet(file))[0], [null, '#N/A', null, 42]);
const book = new ExcelJS.Workbook();
await book.xlsx.load(file);
const ofExceljs = ['A1', 'B1', 'C1', 'D1'].map((cell) => book.worksheets[0].getCell(cell).value);
see(named('exceljs'), WHAT, ofExceljs, [{ formula: 'NA()', result: { error: '#N/A' } }, '#N/A', null, 42]);
process.exitCode = changed ? 1 : 0;
EOF
node finding.mjs
