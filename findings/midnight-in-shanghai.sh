#!/usr/bin/env bash
#
# A date without a time, read in China.
#
# Expected: day 46083 with a date format is 2 March 2026 (ECMA-376 part 1, 18.17.4.1), wherever it is read; as a Date of local parts, as
#   xlsx gives it with `cellDates`, it is midnight of that day.
# Happens: under TZ=Asia/Shanghai, it is 1 March, 23:59:17. Whoever takes the day from it has the day before: a due date that is missed
#   by a day. xlsx counts from a Date of the year 1899, when the clocks of Shanghai went by the sun, 8:05:43 ahead of UTC; the 43
#   seconds are lost because getTimezoneOffset knows only whole minutes. In UTC and New York it is right, so tests do not show it.
# Versions: xlsx 0.18.5 on Node 20.20.2 and 26.10.0. Seen 2026-11-30.
# Instead: our reader counts days from a UTC epoch and gives a date as text; no Date of local parts is made.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact --ignore-scripts fflate@0.8.3 xlsx@0.18.5

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

const file = workbook('<c r="A1" s="1"><v>46083</v></c>');
const two = (number) => String(number).padStart(2, '0');
const local = (date) => {
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(two).join('-');
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
};
const [, , zone, described] = process.argv;
see(named('xlsx'), zone, local(XLSX.read(file, { cellDates: true }).Sheets.Items.A1.v), described);
process.exitCode = changed ? 1 : 0;
EOF
TZ=UTC node finding.mjs UTC '2026-03-02 00:00:00'
TZ=America/New_York node finding.mjs America/New_York '2026-03-02 00:00:00'
TZ=Asia/Shanghai node finding.mjs Asia/Shanghai '2026-03-01 23:59:17'
