#!/usr/bin/env bash
#
# The text of a Word document with tracked changes.
#
# Expected: where a word was struck out and another written in, and a clause was moved, the document reads as with all changes
#   accepted, or as with none, as Word shows it: w:del and w:moveFrom are what was there before, w:ins and w:moveTo what is there
#   now (ECMA-376 part 1, 17.13.5). Drafts of decisions go round in this state.
# Happens: Apache POI's extractor gives both at once. "整改期限为三十日六十日" (a term of thirty sixty days) has the old term and the new one,
#   a clause that was moved stands in both places, and a paragraph that was struck out stands as if it were in force. The
#   paragraph's own getText leaves the struck words out, but not the moved ones. word-extractor leaves out what was struck, and
#   doubles what was moved. mammoth is right.
# Versions: org.apache.poi:poi-ooxml 5.5.1 on Java 17 (Maven fetches it), word-extractor 1.0.4; right: mammoth 1.13.0. Node 20.20.2
#   and 26.10.0. Seen 2026-11-30.
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
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;

public class Finding {
  public static void main(String[] files) throws Exception {
    try (var document = new XWPFDocument(new FileInputStream(files[0])); var extractor = new XWPFWordExtractor(document)) {
      System.out.println(extractor.getText().strip().replace("\n", "|"));
      System.out.println(document.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("|")));
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
let id = 0;
const change = (kind, runs) =>
  `<w:${kind} w:id="${(id += 1)}" w:author="A" w:date="2026-03-02T09:00:00Z">${runs}</w:${kind}>`;
const run = (text) => `<w:r><w:t>${text}</w:t></w:r>`;
const struck = (text) => change('del', `<w:r><w:delText>${text}</w:delText></w:r>`);
const moved = (kind, text) => {
  const range = `w:id="${(id += 1)}"`;
  const start = `<w:${kind}RangeStart ${range} w:name="clause" w:author="A" w:date="2026-03-02T09:00:00Z"/>`;
  return `${start}${change(kind, run(text))}<w:${kind}RangeEnd ${range}/>`;
};
const paragraphs = [
  `${run('整改期限为')}${struck('三十日')}${change('ins', run('六十日'))}`,
  `${run('甲。')}${moved('moveFrom', '费用自理。')}`,
  struck('本条作废。'),
  `${run('乙。')}${moved('moveTo', '费用自理。')}`,
];
const body = paragraphs.map((each) => `<w:p>${each}</w:p>`).join('');
const parts = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
    <Override PartName="/word/document.xml" ContentType="${MEDIA}.document.main+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">
    <Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/document.xml': `<w:document xmlns:w="${MAIN}"><w:body>${body}</w:body></w:document>`,
};
writeFileSync(
  'draft.docx',
  zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)]))),
);

/** Prints the paragraphs that each reader gives, and fails when they are no longer what was seen. */
let changed = false;
const see = (reader, text, described) => {
  const seen = text.trim().replace(/\n+/g, '|').replace(/\|+/g, '|');
  const same = seen === described;
  changed ||= !same;
  console.log(`  ${reader.padEnd(28)} ${seen}${same ? '' : `   CHANGED: was ${described}`}`);
};
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const named = (name) => `${name} ${version(name)}`;
console.log(`Node ${process.version}`);

const ofJava = execFileSync('java', ['-Dfile.encoding=UTF-8', '-Dsun.stdout.encoding=UTF-8', '-cp', 'jars/*', 'Finding.java', 'draft.docx']);
const [ofExtractor, ofParagraphs] = ofJava.toString('utf8').split('\n');
see('poi-ooxml 5.5.1, extractor', ofExtractor, '整改期限为三十日六十日|甲。费用自理。|本条作废。|乙。费用自理。');
see('poi-ooxml 5.5.1, paragraphs', ofParagraphs, '整改期限为六十日|甲。费用自理。|乙。费用自理。');
see(
  named('word-extractor'),
  (await new WordExtractor().extract('draft.docx')).getBody(),
  '整改期限为六十日|甲。费用自理。|乙。费用自理。',
);
see(named('mammoth'), (await mammoth.extractRawText({ path: 'draft.docx' })).value, '整改期限为六十日|甲。|乙。费用自理。');
process.exitCode = changed ? 1 : 0;
JS
node finding.mjs
