#!/usr/bin/env bash
#
# Rows and cells that do not say where they stand.
#
# Expected: the attribute r of a row and of a cell is optional (ECMA-376 part 1, 18.3.1.73 and 18.3.1.4); what has none follows the one
#   before it, as Excel reads it. Three organs below each other are read from rows 1 to 3, whether all say where they stand or none
#   does, and from rows 2 to 4 below an empty row when a program has added the third without a number.
# Happens: in the last case, excelts puts the third, 丙局, on row 3 and so in the place of 乙局, which is lost. fastexcel-reader has every
#   row whose cells have no reference one too low, so that a report of errors sends people to the wrong one, and the third of the last
#   case right. Neither says anything. exceljs and read-excel-file refuse the files, with an error of their own code that says nothing
#   of the file. hucre, POI and excel-streaming-reader have all rows right; xlsx, too, but counts from the first that is there.
# Versions: @cj-tech-master/excelts 10.2.0, exceljs 4.4.0, read-excel-file 9.3.17, org.dhatim:fastexcel-reader 0.19.0; right: hucre
#   1.0.0, xlsx 0.18.5, poi-ooxml 5.4.1, com.github.pjfanning:excel-streaming-reader 5.1.1. Node 26.10.0, Java 17 (Maven fetches
#   Java's). Seen 2026-12-01.
# Instead: our reader counts rows and cells on from the one before, and an issue of an import names the row as Excel shows it.

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
    <dependency><groupId>org.dhatim</groupId><artifactId>fastexcel-reader</artifactId><version>0.19.0</version></dependency>
    <dependency><groupId>com.github.pjfanning</groupId><artifactId>excel-streaming-reader</artifactId><version>5.1.1</version></dependency>
    <dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-core</artifactId><version>2.25.3</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=jars

cat >workbook.mjs <<'EOF'
import { strToU8, zipSync } from 'fflate';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MEDIA = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** One sheet with these rows. */
export const workbook = (rows) => {
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Override PartName="/xl/workbook.xml" ContentType="${MEDIA}.sheet.main+xml"/>
      <Override PartName="/xl/worksheets/sheet1.xml" ContentType="${MEDIA}.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">
      <Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>
      <sheet name="Items" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">
      <Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
  };
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)]))),
  );
};
EOF

cat >Finding.java <<'JAVA'
import com.github.pjfanning.xlsx.StreamingReader;
import java.io.FileInputStream;
import java.util.ArrayList;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

public class Finding {
  static String organs(Workbook book) {
    var found = new ArrayList<String>();
    for (var row : book.getSheetAt(0)) {
      found.add((row.getRowNum() + 1) + " " + row.getCell(0).getStringCellValue());
    }
    return String.join(", ", found);
  }

  /** Prints, for each reader, the organs with the numbers of their rows. */
  public static void main(String[] files) throws Exception {
    for (var file : files) {
      try (var book = new ReadableWorkbook(new FileInputStream(file)); var rows = book.getFirstSheet().openStream()) {
        var found = rows.map(row -> row.getCell(0).getAddress().getRow() + 1 + " " + row.getCellText(0)).toList();
        System.out.println(String.join(", ", found));
      }
      try (var book = new XSSFWorkbook(new FileInputStream(file))) {
        System.out.println(organs(book));
      }
      try (var book = StreamingReader.builder().open(new FileInputStream(file))) {
        System.out.println(organs(book));
      }
    }
  }
}
JAVA
cat >finding.mjs <<'EOF'
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { Workbook } from '@cj-tech-master/excelts';
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre';
import { readSheet } from 'read-excel-file/node';
import XLSX from 'xlsx';
import { workbook } from './workbook.mjs';

/** Prints what each reader gives, and fails when it is no longer what was seen. */
let changed = false;
const see = (reader, seen, described) => {
  const same = seen === described;
  changed ||= !same;
  console.log(`    ${reader.padEnd(28)} ${seen}${same ? '' : `   CHANGED: was ${described}`}`);
};
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const named = (name) => `${name.split('/').at(-1)} ${version(name)}`;
console.log(`Node ${process.version}`);

const cell = (text, at) => `<c${at ? ` r="${at}"` : ''} t="inlineStr"><is><t>${text}</t></is></c>`;
const FILES = {
  'rows 1 to 3, nothing says where it stands': `<row>${cell('甲局')}</row><row>${cell('乙局')}</row><row>${cell('丙局')}</row>`,
  'rows 2 to 4, the last says nothing':
    `<row r="2">${cell('甲局', 'A2')}</row><row r="3">${cell('乙局', 'A3')}</row><row>${cell('丙局')}</row>`,
};
const files = Object.values(FILES).map((rows, at) => {
  writeFileSync(`${at}.xlsx`, workbook(rows));
  return readFileSync(`${at}.xlsx`);
});
const loaded = async (book, file) => {
  try {
    await book.xlsx.load(file);
  } catch (error) {
    return error.message;
  }
  const found = [];
  book.worksheets[0].eachRow((row, number) => found.push(`${number} ${row.getCell(1).text}`));
  return found.join(', ');
};
const organs = (rows, first = 1) =>
  rows.flatMap(([organ], at) => (organ ? [`${at + first} ${organ}`] : [])).join(', ');
const ofReadExcelFile = (file) => readSheet(file).then(organs, (error) => error.message);
const ofXlsx = (file) => {
  const { Items } = XLSX.read(file).Sheets;
  return organs(XLSX.utils.sheet_to_json(Items, { header: 1 }), XLSX.utils.decode_range(Items['!ref']).s.r + 1);
};
const java = ['-Dfile.encoding=UTF-8', '-Dsun.stdout.encoding=UTF-8', '-cp', 'jars/*', 'Finding.java'];
const ofJava = execFileSync('java', [...java, '0.xlsx', '1.xlsx'], { encoding: 'utf8' }).trim().split('\n');

const RIGHT = ['1 甲局, 2 乙局, 3 丙局', '2 甲局, 3 乙局, 4 丙局'];
for (const [at, title] of Object.keys(FILES).entries()) {
  console.log(`  ${title}`);
  see(named('exceljs'), await loaded(new ExcelJS.Workbook(), files[at]), 'Invalid row number in model');
  see(named('@cj-tech-master/excelts'), await loaded(new Workbook(), files[at]), [RIGHT[0], '2 甲局, 3 丙局'][at]);
  see(named('read-excel-file'), await ofReadExcelFile(files[at]), "Cannot read properties of undefined (reading 'length')");
  see('fastexcel-reader 0.19.0', ofJava[at * 3], ['2 甲局, 3 乙局, 4 丙局', RIGHT[1]][at]);
  see('poi-ooxml 5.4.1', ofJava[at * 3 + 1], RIGHT[at]);
  see('excel-streaming-reader 5.1.1', ofJava[at * 3 + 2], RIGHT[at]);
  see(named('hucre'), organs((await readXlsx(files[at])).sheets[0].rows), RIGHT[at]);
  see(named('xlsx'), ofXlsx(files[at]), RIGHT[at]);
}
process.exitCode = changed ? 1 : 0;
EOF
node_modules/.bin/node finding.mjs
