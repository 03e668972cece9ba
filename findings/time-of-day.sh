#!/usr/bin/env bash
#
# A time of day, and the first days of the calendar of workbooks.
#
# Expected: 0.395833… with the format h:mm is half past nine, of no day. Day 59 with a date format is 28 February 1900: a workbook that
#   says nothing else counts from 31 December 1899 as day 0 (ECMA-376 2nd edition, part 1, 18.17.4.1).
# Happens: exceljs, excelts and read-excel-file give a Date of 30 December 1899 for the time, hucre one of 31 December 1899: what a
#   program takes for "only a time" in one library is a day in the other. For day 59, the first three say 27 February, a day early
#   as for every day before 1 March 1900, and hucre says 28 February, for day 60 once more. No library marks any of it.
# Versions: exceljs 4.4.0, @cj-tech-master/excelts 10.2.0, read-excel-file 9.3.17, hucre 1.0.0. Seen 2026-11-30.
# Instead: the format of the cell decides: a time stays the text 09:30 without a date, and day 0 and day 60 are no dates at all.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# excelts asks for Node 22 or later: Node comes along as a package.
echo '{ "private": true, "allowScripts": { "node": true } }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact \
  node@26.10.0 fflate@0.8.3 exceljs@4.4.0 @cj-tech-master/excelts@10.2.0 hucre@1.0.0 read-excel-file@9.3.17

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
import { workbook } from './workbook.mjs';

/** Prints what each reader gives, and fails when it is no longer what was seen. */
let changed = false;
const see = (reader, what, seen, described) => {
  const same = JSON.stringify(seen) === JSON.stringify(described);
  changed ||= !same;
  const fault = same ? '' : `   CHANGED: was ${JSON.stringify(described)}`;
  console.log(`  ${reader.padEnd(24)} ${what.padEnd(13)} ${JSON.stringify(seen)}${fault}`);
};
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const named = (name) => `${name.split('/').at(-1)} ${version(name)}`;
console.log(`Node ${process.version}`);

const whats = ['9:30 as h:mm', 'day 59', 'day 60'];
const file = workbook(
  '<c r="A1" s="2"><v>0.3958333333333333</v></c><c r="B1" s="1"><v>59</v></c><c r="C1" s="1"><v>60</v></c>',
);
const seeAll = (reader, dates, described) =>
  whats.forEach((what, at) => see(reader, what, dates[at].toISOString().slice(0, 16), described[at]));
const loaded = async (book) => {
  await book.xlsx.load(file);
  return ['A1', 'B1', 'C1'].map((cell) => book.worksheets[0].getCell(cell).value);
};
const BY_30_DECEMBER = ['1899-12-30T09:30', '1900-02-27T00:00', '1900-02-28T00:00'];
seeAll(named('exceljs'), await loaded(new ExcelJS.Workbook()), BY_30_DECEMBER);
seeAll(named('@cj-tech-master/excelts'), await loaded(new Workbook()), BY_30_DECEMBER);
seeAll(named('read-excel-file'), (await readSheet(file))[0], BY_30_DECEMBER);
seeAll(named('hucre'), (await readXlsx(file)).sheets[0].rows[0], [
  '1899-12-31T09:30',
  '1900-02-28T00:00',
  '1900-02-28T00:00',
]);
process.exitCode = changed ? 1 : 0;
EOF
node_modules/.bin/node finding.mjs
