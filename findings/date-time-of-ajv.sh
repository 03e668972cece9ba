#!/usr/bin/env bash
#
# A timestamp that the schema allows and the program cannot read.
#
# Expected: what Ajv passes as `format: date-time`, with ajv-formats in its mode `full`, is a timestamp of RFC 3339, and `new Date`
#   reads it. By the RFC, an offset has minutes (5.6), and a minute has a 60th second only where a leap second was ordered (5.7),
#   not on 2 March.
# Happens: Ajv passes 23:59:60 of every day, and the offset +08. Of either, Date makes NaN, which sorts, compares and is stored
#   without an error, and is null in JSON. Temporal reads both, the first as 23:59:59. networknt's validator for Java refuses both,
#   and also refuses the leap second of 2016 as clocks in China showed it, 07:59:60+08:00, while it takes the same second of UTC.
#   What one end of a queue has checked is a bad message at the other.
# Versions: ajv-formats 3.0.1 with ajv 8.20.0 on Node 20.20.2 and 26.10.0 (which has Temporal); com.networknt:json-schema-validator
#   2.0.8 on Java 17 (Maven fetches it). Seen 2026-11-30.
# Instead: people enter days; an instant that is stated is held against a pattern of our own, without a 60th second.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact --ignore-scripts ajv@8.20.0 ajv-formats@3.0.1
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>com.networknt</groupId><artifactId>json-schema-validator</artifactId><version>2.0.8</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.17</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=jars

cat >Finding.java <<'JAVA'
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Arrays;

/** Schema, then documents; one line of answer for each. */
public class Finding {
  public static void main(String[] arguments) {
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    var schema = registry.getSchema(arguments[0], InputFormat.JSON);
    Arrays.stream(arguments).skip(1)
        .map(each -> schema.validate(each, InputFormat.JSON, to -> to.executionConfig(with -> with.formatAssertionsEnabled(true))))
        .forEach(errors -> System.out.println(errors.isEmpty() ? "passes" : "refused"));
  }
}
JAVA
cat >finding.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

/** Text; what Ajv says; what Date makes of it; what networknt says; what Temporal makes of it, where Node has it. */
const CASES = [
  ['2026-03-02T10:00:00+08:00', 'passes', '2026-03-02T02:00:00.000Z', 'passes', '2026-03-02T02:00:00Z'],
  ['2026-03-02T10:00:00+08', 'passes', 'NaN', 'refused', '2026-03-02T02:00:00Z'],
  ['2026-03-02T23:59:60Z', 'passes', 'NaN', 'refused', '2026-03-02T23:59:59Z'],
  ['2016-12-31T23:59:60Z', 'passes', 'NaN', 'passes', '2016-12-31T23:59:59Z'],
  ['2017-01-01T07:59:60+08:00', 'passes', 'NaN', 'refused', '2016-12-31T23:59:59Z'],
];
const SCHEMA = { type: 'string', format: 'date-time' };
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
console.log(`Node ${process.version}`);

/** Prints what was seen, and fails when it is no longer what it was. */
let changed = false;
const see = (reader, seen, described) => {
  const same = seen === described;
  changed ||= !same;
  console.log(`    ${reader.padEnd(28)} ${seen}${same ? '' : `   CHANGED: was ${described}`}`);
};
const ajv = new Ajv.default();
addFormats.default(ajv, { mode: 'full' });
const check = ajv.compile(SCHEMA);
const documents = CASES.map(([text]) => JSON.stringify(text));
const ofJava = execFileSync('java', ['-cp', 'jars/*', 'Finding.java', JSON.stringify(SCHEMA), ...documents]);
const byJava = ofJava.toString().trim().split('\n');
CASES.forEach(([text, byAjv, byDate, byNetworknt, byTemporal], at) => {
  console.log(`  ${text}`);
  see(`ajv-formats ${version('ajv-formats')}`, check(text) ? 'passes' : 'refused', byAjv);
  const milliseconds = new Date(text).getTime();
  see('Date', Number.isNaN(milliseconds) ? 'NaN' : new Date(milliseconds).toISOString(), byDate);
  see('json-schema-validator 2.0.8', byJava[at], byNetworknt);
  if (globalThis.Temporal) see('Temporal', Temporal.Instant.from(text).toString(), byTemporal);
});
process.exitCode = changed ? 1 : 0;
JS
node finding.mjs
