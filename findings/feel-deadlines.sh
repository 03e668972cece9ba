#!/usr/bin/env bash
#
# A rule about deadlines in the language of decision tables, run by two engines.
#
# Expected: FEEL is a standard (OMG, Decision Model and Notation 1.5, chapter 10.3), so that a rule which was tried in a modeller
#   decides the same on the server. By it, ten o'clock at +08:00 equals two o'clock UTC, as points in time; `years and months
#   duration` has years and months, so 5 days more are still 2 months; a date plus a duration is a date; and whether a month is
#   shorter than 31 days has no answer (null).
# Happens: Camunda's engine says of one instant in two spellings that it is neither equal to itself nor at most itself: an answer
#   that arrived exactly at its deadline is late as soon as one of them came from another system. feelin has days in its months,
#   gives no date but an instant when a date has half a day added, and says false where there is no answer. Neither reports
#   anything: a row of the table is just not chosen.
# Versions: feelin 8.2.0 on Node 20.20.2 and 26.10.0; org.camunda.feel:feel-engine 1.19.0 on Java 17 (Maven fetches it). Seen
#   2026-11-30.
# Instead: periods are data of a rule set and counted by one function; no rule is a text that an engine reads.

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
  [
    'date and time("2026-03-02T10:00:00+08:00") = date and time("2026-03-02T02:00:00Z")',
    'true',
    'false',
  ],
  [
    'date and time("2026-03-02T10:00:00+08:00") <= date and time("2026-03-02T02:00:00Z")',
    'true',
    'false',
  ],
  [
    'date and time("2026-03-02T10:00:00@Asia/Shanghai") <= date and time("2026-03-02T10:00:00+08:00")',
    'true',
    'false',
  ],
  [
    'years and months duration(date("2026-01-15"), date("2026-03-20")) = duration("P2M")',
    'false',
    'true',
  ],
  ['string(date("2026-03-02") + duration("PT36H"))', '2026-03-03T12:00:00Z', '2026-03-03'],
  ['date("2026-03-02") + duration("PT36H") = date("2026-03-03")', 'null', 'true'],
  ['duration("P1M") < duration("P31D")', 'false', 'null'],
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
