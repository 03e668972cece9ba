#!/usr/bin/env bash
#
# A timestamp in a signed record, written with its offset.
#
# Expected: the GeneralizedTime `20260302180000+0800` is ten o'clock UTC on 2 March, and `20260302100000+0000` is the same instant:
#   local time and its difference from UTC (X.680, 46.3). DER, and so certificates and RFC 3161, know only the form with Z (X.690,
#   11.7); BER, in which records and logs of other systems are kept, knows either.
# Happens: asn1js, on which pkijs and the other libraries of its family are built, gives 5 March, 02:00 UTC. It adds the difference
#   where it has to be taken off, and 48 hours whatever the difference is, so that even +0000 is two days late. Where the program
#   runs shifts it once more: under TZ=Asia/Shanghai it is 4 March, 18:00 UTC. An answer on the last day of its term is late, and a
#   signature was made after its certificate ended. node-forge is right but for India: the minutes of +0530 it leaves out.
# Versions: asn1js 4.0.0, and 3.0.10 the same; node-forge 1.4.3; Node 20.20.2 and 26.10.0. Right:
#   org.bouncycastle:bcprov-jdk18on 1.82 on Java 17 (Maven fetches it). Seen 2026-11-30.
# Instead: we read no ASN.1. An instant is text with its offset, and one function makes a moment of it.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact --ignore-scripts \
  asn1js@4.0.0 asn1js-3@npm:asn1js@3.0.10 node-forge@1.4.3
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.bouncycastle</groupId><artifactId>bcprov-jdk18on</artifactId><version>1.82</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=jars

cat >Finding.java <<'JAVA'
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Primitive;

public class Finding {
  public static void main(String[] encoded) throws Exception {
    for (var each : encoded) {
      var time = (ASN1GeneralizedTime) ASN1Primitive.fromByteArray(HexFormat.of().parseHex(each));
      System.out.println(time.getDate().toInstant());
    }
  }
}
JAVA
cat >finding.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import * as asn1js from 'asn1js';
import * as asn1js3 from 'asn1js-3';
import forge from 'node-forge';

/** Time as it is written; the instant that it is; what asn1js gives; what node-forge gives, where that is another. */
const CASES = [
  ['20260302100000Z', '2026-03-02T10:00:00Z', '2026-03-02T10:00:00Z'],
  ['20260302100000+0000', '2026-03-02T10:00:00Z', '2026-03-04T10:00:00Z'],
  ['20260302110000+0100', '2026-03-02T10:00:00Z', '2026-03-04T12:00:00Z'],
  ['20260302180000+0800', '2026-03-02T10:00:00Z', '2026-03-05T02:00:00Z'],
  ['20260302050000-0500', '2026-03-02T10:00:00Z', '2026-03-04T00:00:00Z'],
  ['20260302153000+0530', '2026-03-02T10:00:00Z', '2026-03-04T21:00:00Z', '2026-03-02T10:30:00Z'],
];
/** Prints what each reader gives, and fails when it is no longer what was seen. */
let changed = false;
const see = (reader, seen, described) => {
  const same = seen === described;
  changed ||= !same;
  console.log(`    ${reader.padEnd(20)} ${seen}${same ? '' : `   CHANGED: was ${described}`}`);
};
const GENERALIZED_TIME = 0x18;
const encode = (text) => Buffer.from([GENERALIZED_TIME, text.length, ...Buffer.from(text)]);
const instant = (date) => date.toISOString().replace('.000Z', 'Z');
const named = (name) => `asn1js ${JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version}`;
console.log(`Node ${process.version}, TZ=${process.env.TZ}`);

const encoded = CASES.map(([text]) => encode(text).toString('hex'));
const ofJava = execFileSync('java', ['-cp', 'jars/*', 'Finding.java', ...encoded], { encoding: 'utf8' }).trim().split('\n');
CASES.forEach(([text, right, wrong, ofForge = right], at) => {
  console.log(`  ${text}`);
  see(named('asn1js'), instant(asn1js.fromBER(encode(text)).result.toDate()), wrong);
  see(named('asn1js-3'), instant(asn1js3.fromBER(encode(text)).result.toDate()), wrong);
  see('node-forge 1.4.3', instant(forge.asn1.generalizedTimeToDate(text)), ofForge);
  see('bcprov-jdk18on 1.82', ofJava[at], right);
});
process.env.TZ = 'Asia/Shanghai';
console.log('  20260302180000+0800, under TZ=Asia/Shanghai');
see(named('asn1js'), instant(asn1js.fromBER(encode('20260302180000+0800')).result.toDate()), '2026-03-04T18:00:00Z');
process.exitCode = changed ? 1 : 0;
JS
TZ=UTC node finding.mjs
