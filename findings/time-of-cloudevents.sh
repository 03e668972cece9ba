#!/usr/bin/env bash
#
# The time of a CloudEvent, once it has been received and sent on.
#
# Expected: an event that is passed on unchanged is unchanged. `time` is a timestamp of RFC 3339, which has an offset and as many
#   digits of a second as one likes (CloudEvents 1.0.2, Type System). Java's SDK keeps it to the letter.
# Happens: the SDK for JavaScript writes `time` anew, in UTC and cut to milliseconds, when it reads an event and when it writes one:
#   seven o'clock at +08:00 on 2 March becomes 23:00 of 1 March. Whoever takes the first ten characters has the day before, two
#   events 400 microseconds apart become simultaneous, and a digest or a signature over the event as it came fails. An event made in
#   the program shows the text that it was made with, in `event.time` and in Kafka's binary mode alone, so a test of what was made
#   passes.
# Versions: cloudevents 10.0.0 (JavaScript) on Node 20.20.2 and 26.10.0; right: io.cloudevents 4.0.1 (Java 17; Maven fetches it).
#   Seen 2026-11-30.
# Instead: our outlet writes the JSON of an event itself, from the text that the log holds, and readers order by `sequence`.

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
    <dependency><groupId>io.cloudevents</groupId><artifactId>cloudevents-json-jackson</artifactId><version>4.0.1</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DoutputDirectory=jars

cat >Finding.java <<'JAVA'
import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudevents.jackson.JsonFormat;

public class Finding {
  public static void main(String[] events) {
    var format = new JsonFormat();
    System.out.print(new String(format.serialize(format.deserialize(events[0].getBytes(UTF_8))), UTF_8));
  }
}
JAVA
cat >finding.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { CloudEvent, HTTP, Kafka } from 'cloudevents';

/** Prints what was seen, and fails when it is no longer what it was. */
let changed = false;
const see = (sdk, what, seen, described) => {
  const same = seen === described;
  changed ||= !same;
  console.log(`  ${sdk.padEnd(22)} ${what.padEnd(20)} ${seen}${same ? '' : `   CHANGED: was ${described}`}`);
};
const sdk = `cloudevents ${JSON.parse(readFileSync('node_modules/cloudevents/package.json', 'utf8')).version}`;
console.log(`Node ${process.version}`);

const TIME = '2026-03-02T07:00:00.123456+08:00';
const ANEW = '2026-03-01T23:00:00.123Z';
const json = JSON.stringify({ specversion: '1.0', id: '1', source: '/cases', type: 'opened', time: TIME });
const received = HTTP.toEvent({ headers: { 'content-type': 'application/cloudevents+json' }, body: json });
see(sdk, 'received', received.time, ANEW);
see(sdk, 'received, passed on', JSON.parse(HTTP.structured(received).body).time, ANEW);
const made = new CloudEvent(JSON.parse(json));
see(sdk, 'made', made.time, TIME);
see(sdk, 'made, HTTP, JSON', JSON.parse(HTTP.structured(made).body).time, ANEW);
see(sdk, 'made, HTTP, binary', HTTP.binary(made).headers['ce-time'], ANEW);
see(sdk, 'made, Kafka, JSON', JSON.parse(Kafka.structured(made).value).time, ANEW);
see(sdk, 'made, Kafka, binary', Kafka.binary(made).headers.ce_time, TIME);
const ofJava = execFileSync('java', ['-cp', 'jars/*', 'Finding.java', json], { encoding: 'utf8' });
see('io.cloudevents 4.0.1', 'received, passed on', JSON.parse(ofJava).time, TIME);
process.exitCode = changed ? 1 : 0;
JS
node finding.mjs
