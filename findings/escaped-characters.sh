#!/usr/bin/env bash
#
# A character beyond the basic plane, escaped in the way of workbooks.
#
# Expected: `_xD842__xDFB7_` is the character 𠮷: a text of a workbook is an ST_Xstring, whose `_xHHHH_` stand for UTF-16 code units
#   (ECMA-376 part 1, 22.9.2.19). That holds for `is/t` (18.4.12) as for the value `v` of a cell (18.3.1.96). ClosedXML writes
#   every character beyond the basic plane so.
# Happens: four libraries, four readings. excelts decodes `_x0041_` but no surrogates; exceljs decodes both, but only in the table of
#   shared texts, not in the cell; xlsx decodes them in `is/t` and destroys them in `v` (`B` and U+FFFD). hucre reads all right.
# Versions: exceljs 4.4.0, @cj-tech-master/excelts 10.2.0, xlsx 0.18.5; right: hucre 1.0.0. Seen 2026-11-30.
# Instead: our reader decodes by code units and joins the pairs, wherever in the workbook the text stands.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# excelts asks for Node 22 or later: Node comes along as a package.
echo '{ "private": true, "allowScripts": { "node": true } }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact \
  node@26.10.0 fflate@0.8.3 exceljs@4.4.0 @cj-tech-master/excelts@10.2.0 hucre@1.0.0 xlsx@0.18.5

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
import XLSX from 'xlsx';
import { workbook } from './workbook.mjs';

/** Prints what each reader gives, and fails when it is no longer what was seen. */
let changed = false;
const see = (reader, what, seen, described) => {
  const same = JSON.stringify(seen) === JSON.stringify(described);
  changed ||= !same;
  const fault = same ? '' : `   CHANGED: was ${JSON.stringify(described)}`;
  console.log(`  ${reader.padEnd(24)} ${what.padEnd(24)} ${JSON.stringify(seen)}${fault}`);
};
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const named = (name) => `${name.split('/').at(-1)} ${version(name)}`;
console.log(`Node ${process.version}`);

const file = workbook(
  '<c r="A1" t="inlineStr"><is><t>_x0041_</t></is></c><c r="B1" t="inlineStr"><is><t>_xD842__xDFB7_</t></is></c>' +
    '<c r="C1" t="str"><f>B1</f><v>_xD842__xDFB7_</v></c>',
);
const cells = { A1: '_x0041_ in is/t', B1: '_xD842__xDFB7_ in is/t', C1: '_xD842__xDFB7_ in v' };
const seeAll = (reader, read, described) =>
  Object.entries(cells).forEach(([cell, what], at) => see(reader, what, read(cell, at), described[at]));

const books = [new ExcelJS.Workbook(), new Workbook()];
for (const book of books) await book.xlsx.load(file);
const [ofExceljs, ofExcelts] = books.map((book) => (cell) => {
  const { value } = book.worksheets[0].getCell(cell);
  return value.result ?? value;
});
const ofXlsx = XLSX.read(file).Sheets.Items;
const [ofHucre] = (await readXlsx(file)).sheets[0].rows;
seeAll(named('exceljs'), ofExceljs, ['_x0041_', '_xD842__xDFB7_', '_xD842__xDFB7_']);
seeAll(named('@cj-tech-master/excelts'), ofExcelts, ['A', '_xD842__xDFB7_', '_xD842__xDFB7_']);
seeAll(named('xlsx'), (cell) => ofXlsx[cell].v, ['A', '𠮷', 'B\uFFFD']);
seeAll(named('hucre'), (_, at) => ofHucre[at], ['A', '𠮷', '𠮷']);
process.exitCode = changed ? 1 : 0;
EOF
node_modules/.bin/node finding.mjs
