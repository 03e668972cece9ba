#!/usr/bin/env bash
#
# The day in a cell of a workbook of the 1904 system, when the switch is written as a word.
#
# Expected: `<workbookPr date1904="true"/>` and `date1904="1"` mean the same. The attribute is an xsd:boolean (ECMA-376 part 1,
#   18.2.28), which has two spellings of each value (XML Schema part 2, 3.2.2); LibreOffice writes the word. Day 44621 of this
#   system is 2 March 2026 (ECMA-376 part 1, 18.17.4.1).
# Happens: exceljs, excelts and read-excel-file know the digit alone. From the same cell, they read 1 March 2022: four years and
#   a day early, a date as good as any. xlsx knows both spellings for the text that it shows (`w`), and neither for the date (`v`).
# Versions: exceljs 4.4.0, @cj-tech-master/excelts 10.2.0, read-excel-file 9.3.17, xlsx 0.18.5. Seen 2026-11-30.
# Instead: our reader of workbooks takes every xsd:boolean in both spellings, and its tests hold it to both.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# excelts asks for Node 22 or later: Node comes along as a package.
echo '{ "private": true, "allowScripts": { "node": true } }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact \
  node@26.10.0 fflate@0.8.3 exceljs@4.4.0 @cj-tech-master/excelts@10.2.0 read-excel-file@9.3.17 xlsx@0.18.5

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
import { readSheet } from 'read-excel-file/node';
import XLSX from 'xlsx';
import { workbook } from './workbook.mjs';

/** Prints what each reader gives, and fails when it is no longer what was seen. */
let changed = false;
const see = (reader, what, seen, described) => {
  const same = JSON.stringify(seen) === JSON.stringify(described);
  changed ||= !same;
  const fault = same ? '' : `   CHANGED: was ${JSON.stringify(described)}`;
  console.log(`  ${reader.padEnd(24)} ${what.padEnd(16)} ${JSON.stringify(seen)}${fault}`);
};
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const named = (name) => `${name.split('/').at(-1)} ${version(name)}`;
console.log(`Node ${process.version}`);

const day = (date) => date.toISOString().slice(0, 10);
const loaded = async (book, file) => {
  await book.xlsx.load(file);
  return book.worksheets[0].getCell('A1').value;
};
for (const [spelling, described] of [
  ['1', '2026-03-02'],
  ['true', '2022-03-01'],
]) {
  const file = workbook('<c r="A1" s="1"><v>44621</v></c>', `<workbookPr date1904="${spelling}"/>`);
  const what = `date1904="${spelling}"`;
  see(named('exceljs'), what, day(await loaded(new ExcelJS.Workbook(), file)), described);
  see(named('@cj-tech-master/excelts'), what, day(await loaded(new Workbook(), file)), described);
  see(named('read-excel-file'), what, day((await readSheet(file))[0][0]), described);
  const { v, w } = XLSX.read(file, { cellDates: true }).Sheets.Items.A1;
  see(named('xlsx'), what, { v: day(v), w }, { v: '2022-03-01', w: '3/2/26' });
}
process.exitCode = changed ? 1 : 0;
EOF
TZ=UTC node_modules/.bin/node finding.mjs
