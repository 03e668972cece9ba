#!/usr/bin/env bash
#
# A character of a name that is written as a character reference.
#
# Expected: `&#x20BB7;` in an XML part is the one character U+20BB7 (𠮷, common in names), as `&#37326;` is 野: XML 1.0, 4.1. Every
#   part of a workbook is XML 1.0 (ECMA-376 part 2), and writers of ASCII-only XML write everything so.
# Happens: read-excel-file and xlsx cut the number to 16 bits: U+20BB7 becomes U+0BB7, a letter of the Tamil script. Nothing is
#   reported, and the text holds no replacement character by which one could find it. In a cell of a formula's text (`t="str"`),
#   xlsx then decodes what it had decoded, and even 野 is lost. exceljs and hucre read all of them right.
# Versions: read-excel-file 9.3.17, xlsx 0.18.5; right: exceljs 4.4.0, hucre 1.0.0. Seen 2026-11-30.
# Instead: a conforming XML parser (saxes) reads the parts; names are compared only after that.

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
  console.log(`  ${reader.padEnd(24)} ${what.padEnd(4)} ${JSON.stringify(seen)}${fault}`);
};
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const named = (name) => `${name.split('/').at(-1)} ${version(name)}`;
console.log(`Node ${process.version}`);

const file = workbook(
  '<c r="A1" t="inlineStr"><is><t>&#x20BB7;&#37326;</t></is></c>' +
    '<c r="B1" t="str"><f>A1</f><v>&#x20BB7;&#37326;</v></c>',
);
const points = (text) =>
  Array.from(text, (each) => `U+${each.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}`).join(
    ' ',
  );
const RIGHT = 'U+20BB7 U+91CE';

const book = new ExcelJS.Workbook();
await book.xlsx.load(file);
see(named('exceljs'), 'A1', points(book.worksheets[0].getCell('A1').value), RIGHT);
see(named('exceljs'), 'B1', points(book.worksheets[0].getCell('B1').value.result), RIGHT);
const [ofHucre] = (await readXlsx(file)).sheets[0].rows;
see(named('hucre'), 'A1', points(ofHucre[0]), RIGHT);
see(named('hucre'), 'B1', points(ofHucre[1]), RIGHT);
const [ofReadExcelFile] = await readSheet(file);
see(named('read-excel-file'), 'A1', points(ofReadExcelFile[0]), 'U+0BB7 U+91CE');
see(named('read-excel-file'), 'B1', points(ofReadExcelFile[1]), 'U+0BB7 U+91CE');
const sheet = XLSX.read(file).Sheets.Items;
see(named('xlsx'), 'A1', points(sheet.A1.v), 'U+0BB7 U+91CE');
see(named('xlsx'), 'B1', points(sheet.B1.v), 'U+FFFD U+FFFD');
process.exitCode = changed ? 1 : 0;
EOF
node finding.mjs
