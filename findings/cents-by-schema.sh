#!/usr/bin/env bash
#
# An amount with two decimals, checked against a schema that wants two decimals.
#
# Expected: all 10,001 amounts from 0.00 to 100.00 satisfy `{ "type": "number", "multipleOf": 0.01 }`, and 1.005 does not. The
#   keyword means that the division by it gives an integer (JSON Schema 2020-12, validation, 6.2.1), of the numbers as they are
#   written: JSON's are decimal. All validators agree.
# Happens: TypeBox 0.34 refuses 9,986 of them, 1.00 among these, as it takes the remainder of binary fractions. Ajv refuses 1,363,
#   0.07 and 19.99 among these, as it divides and asks whether that is whole; its option `multipleOfPrecision` mends that. TypeBox 1
#   and networknt's validator for Java refuse none. One schema, published for both ends of an interface, stops one amount in seven
#   at one end: too few for a test with 12.50, too many for a month of use.
# Versions: @sinclair/typebox 0.34.52, ajv 8.20.0; right: typebox 1.4.3, com.networknt:json-schema-validator 2.0.8 on Java 17 (Maven
#   fetches it). Node 20.20.2 and 26.10.0. Seen 2026-11-30.
# Instead: no schema of ours has `multipleOf`. What has a fraction is a whole number of its last place, such as per mille.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact --ignore-scripts @sinclair/typebox@0.34.52 ajv@8.20.0 typebox@1.4.3
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

/** Schema, then a file with a document on each line; one line of answer for each. */
public class Finding {
  public static void main(String[] arguments) throws Exception {
    var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    var schema = registry.getSchema(arguments[0], InputFormat.JSON);
    for (var each : java.nio.file.Files.readAllLines(java.nio.file.Path.of(arguments[1])))
      System.out.println(schema.validate(each, InputFormat.JSON).isEmpty());
  }
}
JAVA
cat >finding.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { Type as OldType } from '@sinclair/typebox';
import { Value as OldValue } from '@sinclair/typebox/value';
import Ajv from 'ajv';
import Type from 'typebox';
import Value from 'typebox/value';

const CENTS = { multipleOf: 0.01 };
const SCHEMA = { type: 'number', ...CENTS };
const amounts = Array.from({ length: 10_001 }, (_, hundredths) => (hundredths / 100).toFixed(2));
const documents = [...amounts, '1.005'];

/** Prints how many of the amounts a validator refuses, and fails when it is no longer what was seen. */
let changed = false;
const see = (validator, answers, described) => {
  const refused = amounts.filter((_, at) => !answers[at]);
  const some = ['0.07', '1.00', '19.99'].filter((amount) => refused.includes(amount));
  const seen = `${refused.length} refused${some.map((each) => `, ${each}`).join('')}; 1.005 ${answers.at(-1) ? 'passes' : 'refused'}`;
  const same = seen === described;
  changed ||= !same;
  console.log(`  ${validator.padEnd(40)} ${seen}${same ? '' : `   CHANGED: was ${described}`}`);
};
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const named = (name) => `${name} ${version(name)}`;
console.log(`Node ${process.version}`);

const checked = (check) => documents.map((each) => check(JSON.parse(each)));
const byOld = checked((each) => OldValue.Check(OldType.Number(CENTS), each));
see(named('@sinclair/typebox'), byOld, '9986 refused, 0.07, 1.00, 19.99; 1.005 refused');
const RIGHT = '0 refused; 1.005 refused';
see(named('typebox'), checked((each) => Value.Check(Type.Number(CENTS), each)), RIGHT);
see(named('ajv'), checked(new Ajv.default().compile(SCHEMA)), '1363 refused, 0.07, 19.99; 1.005 refused');
const precise = new Ajv.default({ multipleOfPrecision: 6 }).compile(SCHEMA);
see(`${named('ajv')}, multipleOfPrecision 6`, checked(precise), RIGHT);
writeFileSync('documents', documents.join('\n'));
const ofJava = execFileSync('java', ['-cp', 'jars/*', 'Finding.java', JSON.stringify(SCHEMA), 'documents']);
const byJava = ofJava.toString().trim().split('\n').map((answer) => answer === 'true');
see('json-schema-validator 2.0.8 (Java)', byJava, RIGHT);
process.exitCode = changed ? 1 : 0;
JS
node finding.mjs
