#!/usr/bin/env bash
#
# Fifteen days, in a cell whose format writes a d behind the number.
#
# Expected: the number 15 with the format `0\d` is 15, shown as 15d. A backslash makes the next character a text, and an underscore
#   leaves room as wide as the next one (ECMA-376 part 1, 18.8.31); neither letter stands for a day or a month.
# Happens: exceljs and excelts give a Date, 14 January 1900, for `0\d`, `0.0\m` and `0.00_m`. They look for the letters of dates in
#   what is left after brackets and quotes, and know neither sign. `0"d"`, which looks the same to whoever made the sheet, is 15. A
#   period becomes a day, and a sum over the column NaN or a sum of milliseconds. hucre, read-excel-file and xlsx give 15.
# Versions: exceljs 4.4.0, @cj-tech-master/excelts 10.2.0; right: hucre 1.0.0, read-excel-file 9.3.17, xlsx 0.18.5. Node 26.10.0.
#   Seen 2026-11-30.
# Instead: our reader takes a format apart by the rules of the standard, sign by sign.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# excelts asks for Node 22 or later: Node comes along as a package.
echo '{ "private": true, "allowScripts": { "node": true } }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact \
  node@26.10.0 fflate@0.8.3 exceljs@4.4.0 @cj-tech-master/excelts@10.2.0 hucre@1.0.0 read-excel-file@9.3.17 xlsx@0.18.5

cat >finding.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { Workbook } from '@cj-tech-master/excelts';
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { readXlsx } from 'hucre';
import { readSheet } from 'read-excel-file/node';
import XLSX from 'xlsx';

const FORMATS = ['0"d"', '0\\d', '0.0\\m', '0.00_m'];
const CELLS = ['A1', 'B1', 'C1', 'D1'];
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MEDIA = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const cells = CELLS.map((cell, at) => `<c r="${cell}" s="${at + 1}"><v>15</v></c>`).join('');
const codes = FORMATS.map(
  (code, at) => `<numFmt numFmtId="${at + 164}" formatCode="${code.replaceAll('"', '&quot;')}"/>`,
).join('');
const styles = FORMATS.map((_, at) => `<xf numFmtId="${at + 164}" applyNumberFormat="1"/>`).join('');
const parts = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
    <Override PartName="/xl/workbook.xml" ContentType="${MEDIA}.sheet.main+xml"/>
    <Override PartName="/xl/styles.xml" ContentType="${MEDIA}.styles+xml"/>
    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="${MEDIA}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">
    <Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>
    <sheet name="Items" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">
    <Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>
    <Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts count="4">${codes}</numFmts>
    <fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>
    <cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/>${styles}</cellXfs></styleSheet>`,
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
};
const file = Buffer.from(
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)]))),
);

/** Prints what each reader gives, and fails when it is no longer what was seen. */
let changed = false;
const seeAll = (reader, values, described) =>
  FORMATS.forEach((format, at) => {
    const seen = values[at] instanceof Date ? values[at].toISOString().slice(0, 10) : values[at];
    const same = seen === described[at];
    changed ||= !same;
    console.log(
      `  ${reader.padEnd(24)} ${format.padEnd(6)}  ${seen}${same ? '' : `   CHANGED: was ${described[at]}`}`,
    );
  });
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const named = (name) => `${name.split('/').at(-1)} ${version(name)}`;
console.log(`Node ${process.version}`);

const loaded = async (book) => {
  await book.xlsx.load(file);
  return CELLS.map((cell) => book.worksheets[0].getCell(cell).value);
};
const DAY = '1900-01-14';
seeAll(named('exceljs'), await loaded(new ExcelJS.Workbook()), [15, DAY, DAY, DAY]);
seeAll(named('@cj-tech-master/excelts'), await loaded(new Workbook()), [15, DAY, DAY, DAY]);
seeAll(named('hucre'), (await readXlsx(file)).sheets[0].rows[0], [15, 15, 15, 15]);
seeAll(named('read-excel-file'), (await readSheet(file))[0], [15, 15, 15, 15]);
const sheet = XLSX.read(file, { cellDates: true }).Sheets.Items;
seeAll(
  named('xlsx'),
  CELLS.map((cell) => sheet[cell].v),
  [15, 15, 15, 15],
);
process.exitCode = changed ? 1 : 0;
JS
TZ=UTC node_modules/.bin/node finding.mjs
