#!/usr/bin/env bash
#
# How many votes are two thirds of a hundred, by a formula.
#
# Expected: `-INT(-100*2/3)` is 67, a usual way to round up: INT gives x "rounded down to an integer" (ECMA-376 part 1, 18.17.7), so
#   that INT(-66.67) is -67.
# Happens: HyperFormula, the engine of formulas in many web pages, gives 66: its INT cuts the fraction off. The majority is one vote
#   too low, and 66 votes are shown as enough. INT(-0.5) is 0. Of positive numbers the two are the same, ROUNDUP is right, and no error
#   is shown, so one sheet decides otherwise in the page than in the program that it came from. POI, formulajs and fast-formula-parser
#   give 67.
# Versions: hyperformula 3.5.0; right: @formulajs/formulajs 4.6.1, fast-formula-parser 1.0.19, Node 20.20.2 and 26.10.0;
#   org.apache.poi:poi 5.5.1 on Java 17 (Maven fetches it). Seen 2026-11-30.
# Instead: a majority is a comparison of products of whole numbers; nothing is rounded, and no formula is ours.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact --ignore-scripts \
  @formulajs/formulajs@4.6.1 fast-formula-parser@1.0.19 hyperformula@3.5.0
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.apache.poi</groupId><artifactId>poi</artifactId><version>5.5.1</version></dependency>
    <dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-core</artifactId><version>2.25.3</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=jars

cat >Finding.java <<'JAVA'
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

public class Finding {
  public static void main(String[] formulas) throws Exception {
    try (var book = new HSSFWorkbook()) {
      var row = book.createSheet().createRow(0);
      for (var each : formulas) {
        var cell = row.createCell(0);
        cell.setCellFormula(each);
        System.out.println(book.getCreationHelper().createFormulaEvaluator().evaluate(cell).getNumberValue());
      }
    }
  }
}
JAVA
cat >finding.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as formulajs from '@formulajs/formulajs';
import FormulaParser from 'fast-formula-parser';
import { HyperFormula } from 'hyperformula';

/** Formula; what it is; what HyperFormula gives; the same call of formulajs. */
const CASES = [
  ['-INT(-100*2/3)', 67, 66, -formulajs.INT((-100 * 2) / 3)],
  ['INT(-2.5)', -3, -2, formulajs.INT(-2.5)],
  ['INT(-0.5)', -1, 0, formulajs.INT(-0.5)],
  ['INT(2.5)', 2, 2, formulajs.INT(2.5)],
  ['ROUNDUP(100*2/3,0)', 67, 67, formulajs.ROUNDUP((100 * 2) / 3, 0)],
];
/** Prints what each engine gives, and fails when it is no longer what was seen. */
let changed = false;
const see = (engine, seen, described) => {
  const same = Number(seen) === described;
  changed ||= !same;
  return `${engine} ${seen}${same ? '' : `   CHANGED: was ${described}`}`;
};
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const named = (name) => `${name} ${version(name)}:`;
const byHyperFormula = (formula) =>
  HyperFormula.buildFromArray([[`=${formula}`]], { licenseKey: 'gpl-v3' }).getCellValue({ sheet: 0, row: 0, col: 0 });
console.log(`Node ${process.version}`);

const ofJava = execFileSync('java', ['-cp', 'jars/*', 'Finding.java', ...CASES.map(([formula]) => formula)], { encoding: 'utf8' })
  .trim()
  .split('\n');
CASES.forEach(([formula, right, byHyper, byFormulajs], at) => {
  console.log(`  ${formula}`);
  console.log(`    ${see(named('hyperformula'), byHyperFormula(formula), byHyper)}`);
  console.log(`    ${see(named('@formulajs/formulajs'), byFormulajs, right)}`);
  console.log(`    ${see(named('fast-formula-parser'), new FormulaParser().parse(formula, { row: 1, col: 1, sheet: '' }), right)}`);
  console.log(`    ${see('poi 5.5.1:', ofJava[at], right)}`);
});
process.exitCode = changed ? 1 : 0;
JS
node finding.mjs
