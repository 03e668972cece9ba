#!/usr/bin/env bash
#
# A name in a Word document, with its pinyin above it.
#
# Expected: the text of 王琨同志 is 王琨同志, whether or not somebody put kūn above 琨: a phonetic guide has its base text and a hint how to
#   read it, which is shown smaller and apart (ECMA-376 part 1, 17.3.3.25, w:ruby with w:rubyBase and w:rt).
# Happens: mammoth gives 王同志: it leaves out the guide and the character under it, and says so only in a list of messages beside the
#   text. word-extractor gives 王kūn琨同志 and Apache POI 王琨 (kūn)同志. None gives the name. It happens to those characters alone that
#   somebody thought hard to read, so to rare names, and a search for the person finds nothing.
# Versions: mammoth 1.13.0, word-extractor 1.0.4, Node 20.20.2 and 26.10.0; org.apache.poi:poi-ooxml 5.5.1 on Java 17 (Maven fetches
#   it). Seen 2026-11-30.
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
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

public class Finding {
  public static void main(String[] files) throws Exception {
    try (var document = new XWPFDocument(new FileInputStream(files[0])); var extractor = new XWPFWordExtractor(document)) {
      System.out.println(extractor.getText().strip());
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
const run = (content) => `<w:r>${content}</w:r>`;
const text = (characters) => run(`<w:t>${characters}</w:t>`);
const LAYOUT =
  '<w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="20"/><w:hpsBaseText w:val="21"/><w:lid w:val="zh-CN"/></w:rubyPr>';
const guide = (base, reading) => run(`<w:ruby>${LAYOUT}<w:rt>${text(reading)}</w:rt><w:rubyBase>${text(base)}</w:rubyBase></w:ruby>`);
const parts = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
    <Override PartName="/word/document.xml" ContentType="${MEDIA}.document.main+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">
    <Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/document.xml': `<w:document xmlns:w="${MAIN}"><w:body>
    <w:p>${text('王')}${guide('琨', 'kūn')}${text('同志')}</w:p></w:body></w:document>`,
};
writeFileSync(
  'paper.docx',
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)]))),
);

/** Prints the text that each reader gives, and fails when it is no longer what was seen. */
let changed = false;
const see = (reader, seen, described) => {
  const same = seen === described;
  changed ||= !same;
  console.log(`  ${reader.padEnd(24)} ${seen}${same ? '' : `   CHANGED: was ${described}`}`);
};
const named = (name) => `${name} ${JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version}`;
console.log(`Node ${process.version}`);

const byMammoth = await mammoth.extractRawText({ path: 'paper.docx' });
see(named('mammoth'), byMammoth.value.trim(), '王同志');
see('  its messages', byMammoth.messages.map(({ message }) => message).join(' '), 'An unrecognised element was ignored: w:ruby');
see(named('word-extractor'), (await new WordExtractor().extract('paper.docx')).getBody().trim(), '王kūn琨同志');
const ofJava = execFileSync('java', ['-Dfile.encoding=UTF-8', '-Dsun.stdout.encoding=UTF-8', '-cp', 'jars/*', 'Finding.java', 'paper.docx']);
see('poi-ooxml 5.5.1', ofJava.toString('utf8').trim().split('\n').at(-1), '王琨 (kūn)同志');
process.exitCode = changed ? 1 : 0;
JS
node finding.mjs
