#!/usr/bin/env bash
#
# Deadlines by the formulas that every office has in its workbooks.
#
# Expected: one month after 31 January is 28 February, and so is one month before 31 March: EDATE takes the last day where a month has
#   no such day. The working day before Saturday 7 March is Friday 6; WORKDAY leaves out weekends and the holidays in its list, back as
#   well as forth. NETWORKDAYS from Friday back to Monday is -5, five days and a sign (ECMA-376 part 1, 18.17.7).
# Happens: fast-formula-parser has 3 March for both months, so that a month before the end of March is in March. To it, the working day
#   before Saturday is that Saturday, and the one before Monday, where Friday is a holiday, that Monday. formulajs counts three days
#   back from Friday to Monday, POI has an error there. Of DAYS360 from 28 February to 31 March, four engines have three results. From
#   a day inside a month, and forth, as in a test, all agree.
# Versions: @formulajs/formulajs 4.6.1, fast-formula-parser 1.0.19, hyperformula 3.5.0, Node 20.20.2 and 26.10.0; org.apache.poi:poi
#   5.5.1 on Java 17 (Maven fetches it). Seen 2026-11-30.
# Instead: due dates are counted by one function of ours, and every surface shows its result; exports hold dates, no formulas.

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
        System.out.println(book.getCreationHelper().createFormulaEvaluator().evaluate(cell).formatAsString());
      }
    }
  }
}
JAVA
cat >finding.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import * as formulajs from '@formulajs/formulajs';
import FormulaParser from 'fast-formula-parser';
import { HyperFormula } from 'hyperformula';

const { DATE, DAYS360, EDATE, NETWORKDAYS, WORKDAY } = formulajs;
/** Formula; its call in formulajs; what formulajs, fast-formula-parser, HyperFormula and POI give. A date is read from its number. */
const CASES = [
  ['EDATE(DATE(2026,1,31),1)', () => EDATE(DATE(2026, 1, 31), 1), '2026-02-28', '2026-03-03', '2026-02-28', '2026-02-28'],
  ['EDATE(DATE(2026,3,31),-1)', () => EDATE(DATE(2026, 3, 31), -1), '2026-02-28', '2026-03-03', '2026-02-28', '2026-02-28'],
  ['WORKDAY(DATE(2026,3,7),-1)', () => WORKDAY(DATE(2026, 3, 7), -1), '2026-03-06', '2026-03-07', '2026-03-06', '2026-03-06'],
  [
    'WORKDAY(DATE(2026,3,9),-1,DATE(2026,3,6))',
    () => WORKDAY(DATE(2026, 3, 9), -1, DATE(2026, 3, 6)),
    '2026-03-05',
    '2026-03-09',
    '2026-03-05',
    '2026-03-05',
  ],
  ['NETWORKDAYS(DATE(2026,3,6),DATE(2026,3,2))', () => NETWORKDAYS(DATE(2026, 3, 6), DATE(2026, 3, 2)), '-3', '-5', '-5', '#NAME?'],
  ['DAYS360(DATE(2026,2,28),DATE(2026,3,31))', () => DAYS360(DATE(2026, 2, 28), DATE(2026, 3, 31)), '30', '33', '31', '30'],
  ['WORKDAY(DATE(2026,3,2),30)', () => WORKDAY(DATE(2026, 3, 2), 30), '2026-04-13', '2026-04-13', '2026-04-13', '2026-04-13'],
];
/** Prints what each engine gives, and fails when it is no longer what was seen. */
let changed = false;
const DAY = 86_400_000;
const FIRST_NUMBER_OF_A_DATE = 40_000;
const read = (value) => {
  const number = value instanceof Date ? Date.UTC(value.getFullYear(), value.getMonth(), value.getDate()) / DAY + 25569 : Number(value);
  if (Number.isNaN(number)) return String(value);
  return number < FIRST_NUMBER_OF_A_DATE ? String(number) : new Date((number - 25569) * DAY).toISOString().slice(0, 10);
};
const see = (engine, value, described) => {
  const seen = read(value);
  const same = seen === described;
  changed ||= !same;
  console.log(`    ${engine.padEnd(27)} ${seen}${same ? '' : `   CHANGED: was ${described}`}`);
};
const byHyperFormula = (formula) =>
  HyperFormula.buildFromArray([[`=${formula}`]], { licenseKey: 'gpl-v3' }).getCellValue({ sheet: 0, row: 0, col: 0 });
console.log(`Node ${process.version}`);

const ofJava = execFileSync('java', ['-cp', 'jars/*', 'Finding.java', ...CASES.map(([formula]) => formula)], { encoding: 'utf8' })
  .trim()
  .split('\n');
CASES.forEach(([formula, call, byFormulajs, byParser, byHyper, byPoi], at) => {
  console.log(`  ${formula}`);
  see('@formulajs/formulajs 4.6.1', call(), byFormulajs);
  see('fast-formula-parser 1.0.19', new FormulaParser().parse(formula, { row: 1, col: 1, sheet: '' }), byParser);
  see('hyperformula 3.5.0', byHyperFormula(formula), byHyper);
  see('poi 5.5.1', ofJava[at], byPoi);
});
process.exitCode = changed ? 1 : 0;
JS
node finding.mjs
