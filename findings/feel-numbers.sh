#!/usr/bin/env bash
#
# A rule about amounts in the language of decision tables, run by two engines.
#
# Expected: a number of FEEL is a decimal of 34 digits (OMG, Decision Model and Notation 1.5, 10.3.2.3.1), so 29 % of 100 is 29, and
#   110 % of 100 is 110, in every engine: that is why decision tables are given to people who do not know of binary fractions.
# Happens: feelin, which modellers in the browser run, computes with JavaScript's numbers. Rounded down, 29 % of 100 is 28; rounded
#   up, 110 % of 100 is 111; 0.285 rounds to 0.28; 0.1 + 0.2 is not 0.3; the last three digits of a number of 20 become zeros,
#   before any computing. Camunda's engine has all of them right, so that the trial in the browser and the decision on the server
#   differ at the limits of a rule, nowhere else.
# Versions: feelin 8.2.0 on Node 20.20.2 and 26.10.0; right: org.camunda.feel:feel-engine 1.19.0 on Java 17 (Maven fetches it). Seen
#   2026-11-30.
# Instead: rates are whole per mille and counts whole numbers, in the rules as in the events; no fraction is ever compared.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact --ignore-scripts feelin@8.2.0
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.camunda.feel</groupId><artifactId>feel-engine</artifactId><version>1.19.0</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>1.7.36</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=jars

cat >Finding.java <<'JAVA'
import java.util.Arrays;
import java.util.Map;
import org.camunda.feel.api.FeelEngineBuilder;

public class Finding {
  public static void main(String[] expressions) {
    var engine = FeelEngineBuilder.forJava().build();
    Arrays.stream(expressions)
        .map(each -> engine.evaluateExpression(each, Map.of()))
        .forEach(each -> System.out.println(each.isSuccess() ? each.result() : "error"));
  }
}
JAVA
cat >finding.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { evaluate } from 'feelin';

/** Prints what each engine answers, and fails when it is no longer what was seen. */
let changed = false;
const see = (engine, seen, described) => {
  const same = seen === described;
  changed ||= !same;
  console.log(`    ${engine.padEnd(20)} ${seen}${same ? '' : `   CHANGED: was ${described}`}`);
};
const feelin = `feelin ${JSON.parse(readFileSync('node_modules/feelin/package.json', 'utf8')).version}`;
console.log(`Node ${process.version}`);

/** Expression; feelin's answer; that of Camunda's engine. */
const CASES = [
  ['floor(0.29 * 100)', '28', '29'],
  ['ceiling(1.1 * 100)', '111', '110'],
  ['round half up(0.285, 2)', '0.28', '0.29'],
  ['0.1 + 0.2 = 0.3', 'false', 'true'],
  ['string(12345678901234567890)', '12345678901234567000', '12345678901234567890'],
];
const expressions = CASES.map(([expression]) => expression);
const ofCamunda = execFileSync('java', ['-cp', 'jars/*', 'Finding.java', ...expressions], { encoding: 'utf8' })
  .trim()
  .split('\n');
CASES.forEach(([expression, byFeelin, byCamunda], at) => {
  console.log(`  ${expression}`);
  see(feelin, String(evaluate(expression, {}).value), byFeelin);
  see('feel-engine 1.19.0', ofCamunda[at], byCamunda);
});
process.exitCode = changed ? 1 : 0;
JS
node finding.mjs
