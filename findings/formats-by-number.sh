#!/usr/bin/env bash
#
# A date whose format is named by a number that only East Asian programs use.
#
# Expected: a cell with format 31 and the number 46083 is 2 March 2026, shown as 2026年3月2日. The formats 27 to 36 and 50 to 58 are
#   built in: a workbook names them by number and does not spell them out, and all of them are dates or times (ECMA-376 part 1,
#   18.8.30, the table of zh-cn). Excel in Chinese writes 31 when a person picks 2026年3月2日 from its list.
# Happens: exceljs, excelts and Apache POI give the number 46083 without a word: a due date becomes an amount. POI's text for it is
#   "reserved-46083x1F", as it takes the name that it keeps for formats it does not know (reserved-0x1F) for a format. hucre,
#   read-excel-file and xlsx give the date. Who tests with files made in an English program never meets one.
# Versions: exceljs 4.4.0, @cj-tech-master/excelts 10.2.0, poi-ooxml 5.5.1; right: hucre 1.0.0, read-excel-file 9.3.17, xlsx 0.18.5.
#   Node 26.10.0, Java 17 (Maven fetches Java's). Seen 2026-11-30.
# Instead: our reader has the table of Chinese, and its tests try every number of it.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# excelts asks for Node 22 or later: Node comes along as a package.
echo '{ "private": true, "allowScripts": { "node": true } }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact \
  node@26.10.0 fflate@0.8.3 exceljs@4.4.0 @cj-tech-master/excelts@10.2.0 hucre@1.0.0 read-excel-file@9.3.17 xlsx@0.18.5
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.apache.poi</groupId><artifactId>poi-ooxml</artifactId><version>5.5.1</version></dependency>
    <dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-core</artifactId><version>2.25.3</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=jars

cat >Finding.java <<'JAVA'
import java.io.File;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/** One line for each cell. */
public class Finding {
  public static void main(String[] files) throws Exception {
    try (var book = WorkbookFactory.create(new File(files[0]), null, true)) {
      for (var cell : book.getSheetAt(0).getRow(0))
        System.out.printf("%s, %s%n", DateUtil.isCellDateFormatted(cell) ? "date" : "number",
            new DataFormatter(Locale.CHINA).formatCellValue(cell));
    }
  }
}
JAVA
cat >finding.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { Workbook } from '@cj-tech-master/excelts';
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { readXlsx } from 'hucre';
import { readSheet } from 'read-excel-file/node';
import XLSX from 'xlsx';

const FORMATS = [14, 31, 57];
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MEDIA = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const cells = FORMATS.map((_, at) => `<c r="${'ABC'[at]}1" s="${at + 1}"><v>46083</v></c>`).join('');
const styles = FORMATS.map((format) => `<xf numFmtId="${format}" applyNumberFormat="1"/>`).join('');
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
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>
    <borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
    <cellXfs count="4"><xf/>${styles}</cellXfs></styleSheet>`,
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
};
const file = Buffer.from(
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)]))),
);
writeFileSync('items.xlsx', file);

/** Prints what each reader gives, and fails when it is no longer what was seen. */
let changed = false;
const seeAll = (reader, seen, described) =>
  FORMATS.forEach((format, at) => {
    const text = seen[at] instanceof Date ? seen[at].toISOString().slice(0, 10) : String(seen[at]);
    const same = text === described[at];
    changed ||= !same;
    console.log(
      `  ${reader.padEnd(24)} format ${format}  ${text}${same ? '' : `   CHANGED: was ${described[at]}`}`,
    );
  });
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const named = (name) => `${name.split('/').at(-1)} ${version(name)}`;
console.log(`Node ${process.version}`);

const loaded = async (book) => {
  await book.xlsx.load(file);
  return ['A1', 'B1', 'C1'].map((cell) => book.worksheets[0].getCell(cell).value);
};
const DAY = '2026-03-02';
seeAll(named('exceljs'), await loaded(new ExcelJS.Workbook()), [DAY, '46083', '46083']);
seeAll(named('@cj-tech-master/excelts'), await loaded(new Workbook()), [DAY, '46083', '46083']);
const ofJava = execFileSync('java', ['-cp', 'jars/*', 'Finding.java', 'items.xlsx'], { encoding: 'utf8' }).split('\n');
seeAll('poi-ooxml 5.5.1', ofJava, ['date, 3/2/26', 'number, reserved-46083x1F', 'number, 46083.0']);
seeAll(named('hucre'), (await readXlsx(file)).sheets[0].rows[0], [DAY, DAY, DAY]);
seeAll(named('read-excel-file'), (await readSheet(file))[0], [DAY, DAY, DAY]);
const sheet = XLSX.read(file, { cellDates: true }).Sheets.Items;
seeAll(named('xlsx'), [sheet.A1.v, sheet.B1.v, sheet.C1.v], [DAY, DAY, DAY]);
process.exitCode = changed ? 1 : 0;
JS
TZ=UTC node_modules/.bin/node finding.mjs
