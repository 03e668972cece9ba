#!/usr/bin/env bash
#
# An OpenDocument sheet whose first row repeats on every page.
#
# Expected: five rows, the first with the names of the columns. Who has rows repeated when printing, or folds rows into a group, puts
#   table:table-header-rows or table:table-row-group around them; they stay rows of the table (OpenDocument 1.3 part 3, 9.1.2).
# Happens: hucre's `readOds` gives two rows of five. It takes only rows that stand directly in the table: the one with the names is lost,
#   and so are the grouped ones. `readOdsObjects` then takes the first organ for the names, { "甲": "丁", "3": 9 }. The same library's
#   `streamOdsRows` has all five. Nothing is reported, and sheets without either setting, as tests make them, are whole. xlsx has all
#   five.
# Versions: hucre 1.0.0; right: xlsx 0.18.5. Node 20.20.2 and 26.10.0. Seen 2026-11-30.
# Instead: we import workbooks of Office Open XML only, with a reader of our own.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact --ignore-scripts fflate@0.8.3 hucre@1.0.0 xlsx@0.18.5

cat >finding.mjs <<'JS'
import { readFileSync, writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { readOds, readOdsObjects, streamOdsRows } from 'hucre';
import xlsx from 'xlsx';

const OASIS = 'urn:oasis:names:tc:opendocument:xmlns';
const MEDIA = 'application/vnd.oasis.opendocument.spreadsheet';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const text = (value) => `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
const number = (value) =>
  `<table:table-cell office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
const row = (...cells) => `<table:table-row>${cells.join('')}</table:table-row>`;
const rows = [
  `<table:table-header-rows>${row(text('organ'), text('items'))}</table:table-header-rows>`,
  row(text('甲'), number(3)),
  `<table:table-row-group>${row(text('乙'), number(5))}${row(text('丙'), number(7))}</table:table-row-group>`,
  row(text('丁'), number(9)),
];
const names = ['office', 'table', 'text'].map((each) => `xmlns:${each}="${OASIS}:${each}:1.0"`).join(' ');
const parts = {
  'content.xml': `<office:document-content ${names} office:version="1.3"><office:body><office:spreadsheet>
    <table:table table:name="Items"><table:table-column table:number-columns-repeated="2"/>${rows.join('')}</table:table>
    </office:spreadsheet></office:body></office:document-content>`,
  'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="${OASIS}:manifest:1.0" manifest:version="1.3">
    <manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${MEDIA}"/>
    <manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
};
writeFileSync(
  'items.ods',
  zipSync({
    mimetype: [strToU8(MEDIA), { level: 0 }],
    ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)])),
  }),
);

/** Prints what each reader gives, and fails when it is no longer what was seen. */
let changed = false;
const see = (reader, value, described) => {
  const seen = JSON.stringify(value);
  const same = seen === described;
  changed ||= !same;
  console.log(`  ${reader.padEnd(28)} ${seen}${same ? '' : `   CHANGED: was ${described}`}`);
};
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
console.log(`Node ${process.version}`);

const file = readFileSync('items.ods');
const ALL = '[["organ","items"],["甲",3],["乙",5],["丙",7],["丁",9]]';
see(`xlsx ${version('xlsx')}`, xlsx.utils.sheet_to_json(xlsx.read(file).Sheets.Items, { header: 1 }), ALL);
const streamed = [];
for await (const each of streamOdsRows(file)) streamed.push(each.values);
see(`hucre ${version('hucre')}, streamOdsRows`, streamed, ALL);
see(`hucre ${version('hucre')}, readOds`, (await readOds(file)).sheets[0].rows, '[["甲",3],["丁",9]]');
see(`hucre ${version('hucre')}, readOdsObjects`, (await readOdsObjects(file)).data, '[{"3":9,"甲":"丁"}]');
process.exitCode = changed ? 1 : 0;
JS
node finding.mjs
