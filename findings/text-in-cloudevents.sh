#!/usr/bin/env bash
#
# A CloudEvent whose data is one text, or one number.
#
# Expected: data under `application/json` may be any JSON value. In binary mode its JSON is the body (CloudEvents HTTP binding 1.0.2,
#   3.1.2): the text "2026" six bytes with its quotes, the number four, and a receiver gets each back as what it was. Java's SDK sends
#   it so.
# Happens: the SDK for JavaScript sends a text without quotes, so text and number are the same four bytes. Of what it receives by
#   HTTP, it reads only objects, arrays and quoted texts as JSON: the number 2026 comes back as a text, and so do false and null,
#   of which either is true in a condition. The same bytes from a Kafka record, read by the same SDK, are a number: a case number
#   that left as a text has other last digits. 督办, sent so, is no JSON for any other receiver. A test that sends and receives texts
#   by HTTP passes, as the two mistakes cancel out.
# Versions: cloudevents 10.0.0 (JavaScript) on Node 20.20.2 and 26.10.0; right: io.cloudevents 4.0.1 (Java 17; Maven fetches it).
#   Seen 2026-11-30.
# Instead: the data of our events is always an object, and our outlet writes its JSON itself.

set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact --ignore-scripts cloudevents@10.0.0
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>io.cloudevents</groupId><artifactId>cloudevents-http-basic</artifactId><version>4.0.1</version></dependency>
    <dependency><groupId>io.cloudevents</groupId><artifactId>cloudevents-json-jackson</artifactId><version>4.0.1</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=jars

cat >Finding.java <<'JAVA'
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.http.HttpMessageFactory;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;

public class Finding {
  /** Reads JSON events and prints the body that each has in binary mode. */
  public static void main(String[] events) throws Exception {
    var format = EventFormatProvider.getInstance().resolveFormat("application/cloudevents+json");
    for (var each : events) {
      var event = format.deserialize(each.getBytes(StandardCharsets.UTF_8));
      HttpMessageFactory.createWriter(new HashMap<String, String>()::put, body -> System.out.println(new String(body, StandardCharsets.UTF_8)))
          .writeBinary(event);
    }
  }
}
JAVA
cat >finding.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import cloudevents from 'cloudevents';

const { CloudEvent, HTTP, Kafka } = cloudevents;
/** Value; body by JavaScript; what the SDK reads from it by HTTP, and from Kafka; body by Java. */
const CASES = [
  ['2026', '2026', '"2026"', '2026', '"2026"'],
  ['督办', '督办', '"督办"', 'error', '"督办"'],
  ['202600000000000123', '202600000000000123', '"202600000000000123"', '202600000000000130', '"202600000000000123"'],
  ['true', 'true', '"true"', 'true', '"true"'],
  [2026, '2026', '"2026"', '2026', '2026'],
  [false, 'false', '"false"', 'false', 'false'],
  [null, 'null', '"null"', 'null', 'null'],
  [['2026'], '["2026"]', '["2026"]', '["2026"]', '["2026"]'],
];
/** Prints what each gives, and fails when it is no longer what was seen. */
let changed = false;
const see = (what, seen, described) => {
  const same = seen === described;
  changed ||= !same;
  return `${what} ${seen}${same ? '' : `   CHANGED: was ${described}`}`;
};
const received = (read) => {
  try {
    return JSON.stringify(read().data);
  } catch {
    return 'error';
  }
};
const version = JSON.parse(readFileSync('node_modules/cloudevents/package.json', 'utf8')).version;
console.log(`Node ${process.version}, cloudevents ${version}, io.cloudevents 4.0.1`);

const events = CASES.map(([data]) => new CloudEvent({ id: '1', source: '/a', type: 't', datacontenttype: 'application/json', data }));
const structured = events.map((event, at) => JSON.stringify({ ...event.toJSON(), data: CASES[at][0] }));
const ofJava = execFileSync('java', ['-Dfile.encoding=UTF-8', '-Dsun.stdout.encoding=UTF-8', '-cp', 'jars/*', 'Finding.java', ...structured])
  .toString('utf8')
  .trim()
  .split('\n');
CASES.forEach(([data, body, byHttp, byKafka, byJava], at) => {
  const message = HTTP.binary(events[at]);
  const sent = String(message.body);
  const record = { headers: Kafka.binary(events[at]).headers, value: Buffer.from(sent) };
  console.log(`  ${JSON.stringify(data)}`);
  console.log(`    ${see('sent:', sent, body)}, ${see('by Java:', ofJava[at], byJava)}`);
  console.log(`    ${see('read by HTTP:', received(() => HTTP.toEvent({ headers: message.headers, body: sent })), byHttp)}`);
  console.log(`    ${see('from Kafka:', received(() => Kafka.toEvent(record)), byKafka)}`);
});
process.exitCode = changed ? 1 : 0;
JS
node finding.mjs
