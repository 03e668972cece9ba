#!/usr/bin/env bash
#
# The same day in cells of type `d`, read in China.
#
# Expected: `2026-03-02` and `2026-03-02T00:00:00` in cells of type `d` are one and the same day, in every time zone: such a cell holds
#   a date of ISO 8601 (ECMA-376 part 1, 18.18.11), and the times of a workbook have no time zone (18.17.4).
# Happens: exceljs reads the number at the beginning of the text, 2026, as the 2026th day: 18 July 1905 for every day of that year.
#   excelts and read-excel-file hand the text to `new Date`, which takes a day alone as UTC and a day with a time as local: east of
#   Greenwich, the second cell is 1 March by the UTC parts in which they give every other date. xlsx makes 2 March 00:00:43 of one
#   cell and 1 March 16:00:43 of the other. hucre gives no dates but the text of the cell.
# Versions: exceljs 4.4.0, @cj-tech-master/excelts 10.2.0, read-excel-file 9.3.17, xlsx 0.18.5, hucre 1.0.0. Seen 2026-11-30.
# Instead: our reader takes day and time out of the text by its digits and never makes a moment of them.

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
import { Workbook } from '@cj-tech-master/excelts';
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
  console.log(`  ${reader.padEnd(24)} ${what.padEnd(19)} ${JSON.stringify(seen)}${fault}`);
};
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const named = (name) => `${name.split('/').at(-1)} ${version(name)}`;
console.log(`Node ${process.version}`);

const texts = ['2026-03-02', '2026-03-02T00:00:00'];
const [first, second] = texts.map((text, at) => `<c r="${'AB'[at]}1" s="1" t="d"><v>${text}</v></c>`);
const file = workbook(first + second);
const seeBoth = (reader, values, described) =>
  texts.forEach((text, at) => see(reader, text, values[at], described[at]));
const loaded = async (book) => {
  await book.xlsx.load(file);
  return ['A1', 'B1'].map((cell) => book.worksheets[0].getCell(cell).value);
};
seeBoth(named('exceljs'), await loaded(new ExcelJS.Workbook()), [
  '1905-07-18T00:00:00.000Z',
  '1905-07-18T00:00:00.000Z',
]);
const ASTRAY = ['2026-03-02T00:00:00.000Z', '2026-03-01T16:00:00.000Z'];
seeBoth(named('@cj-tech-master/excelts'), await loaded(new Workbook()), ASTRAY);
seeBoth(named('read-excel-file'), (await readSheet(file))[0], ASTRAY);
const { A1, B1 } = XLSX.read(file).Sheets.Items;
seeBoth(
  named('xlsx'),
  [A1, B1].map(({ v, w }) => `${w}, day ${v.toFixed(4)}`),
  ['3/2/26, day 46083.0005', '3/1/26, day 46082.6672'],
);
seeBoth(named('hucre'), (await readXlsx(file)).sheets[0].rows[0], texts);
process.exitCode = changed ? 1 : 0;
EOF
TZ=Asia/Shanghai node_modules/.bin/node finding.mjs
