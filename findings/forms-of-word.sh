#!/usr/bin/env bash
#
# A filled form in Word: two rows, of which the second can be repeated, and a number in a field.
#
# Expected: the text has 甲 and 乙, the two organs, and 12 from the field. A content control around a row (w:sdt) and a simple field
#   (w:fldSimple) hold what the reader of the page sees (ECMA-376 part 1, 17.5.2 and 17.16.19).
# Happens: Apache POI loses every row that stands in a control, in the table's getRows and in the extractor's text alike, as in a form
#   whose rows can be added: the first, which the template has, is there, those that were filled in are not. The documented getText of
#   a cell and of a paragraph are right, so a form without such rows passes. mammoth has all rows and loses what stands in a
#   simple field, such as the number of the document. word-extractor has both.
# Versions: org.apache.poi:poi-ooxml 5.5.1 on Java 17 (Maven fetches it), mammoth 1.13.0; right: word-extractor 1.0.4. Node 20.20.2 and
#   26.10.0. Seen 2026-11-30.
# Instead: an attachment is kept as its bytes and its digest. No text is taken out of it.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact --ignore-scripts fflate@0.8.3 mammoth@1.13.0 word-extractor@1.0.4
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
import java.io.FileInputStream;
import java.nio.charset.StandardCharsets;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

public class Finding {
  public static void main(String[] files) throws Exception {
    try (var document = new XWPFDocument(new FileInputStream(files[0])); var extractor = new XWPFWordExtractor(document)) {
      var words = String.join(" ", extractor.getText().strip().split("\\s+"));
      System.out.write((words + "\n" + document.getTables().get(0).getRows().size() + "\n").getBytes(StandardCharsets.UTF_8));
      System.out.flush();
    }
  }
}
JAVA
cat >finding.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import WordExtractor from 'word-extractor';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MEDIA = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const run = (text) => `<w:r><w:t>${text}</w:t></w:r>`;
const row = (...texts) => `<w:tr>${texts.map((text) => `<w:tc><w:p>${run(text)}</w:p></w:tc>`).join('')}</w:tr>`;
const control = (content) => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const table = (...rows) => `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>${rows.join('')}</w:tbl>`;
const number = `<w:p>${run('No.')}<w:fldSimple w:instr="DOCPROPERTY Number">${run('12')}</w:fldSimple></w:p>`;
const body = `${number}${table(row('甲', '3'), control(row('乙', '5')))}<w:p/>`;
const parts = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
    <Override PartName="/word/document.xml" ContentType="${MEDIA}.document.main+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">
    <Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/document.xml': `<w:document xmlns:w="${MAIN}"><w:body>${body}</w:body></w:document>`,
};
writeFileSync(
  'form.docx',
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)]))),
);

/** Prints what each reader gives, and fails when it is no longer what was seen. */
let changed = false;
const see = (reader, text, described) => {
  const seen = text.trim().split(/\s+/).join(' ');
  const same = seen === described;
  changed ||= !same;
  console.log(`  ${reader.padEnd(24)} ${seen}${same ? '' : `   CHANGED: was ${described}`}`);
};
const named = (name) => `${name} ${JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version}`;
console.log(`Node ${process.version}`);

see(named('word-extractor'), (await new WordExtractor().extract('form.docx')).getBody(), 'No.12 甲 3 乙 5');
see(named('mammoth'), (await mammoth.extractRawText({ path: 'form.docx' })).value, 'No. 甲 3 乙 5');
const [words, rows] = execFileSync('java', ['-cp', 'jars/*', 'Finding.java', 'form.docx'], { encoding: 'utf8' }).trim().split('\n').slice(-2);
see('poi-ooxml 5.5.1', words, 'No.12 甲 3');
see('  rows of its table', rows, '1');
process.exitCode = changed ? 1 : 0;
JS
node finding.mjs
