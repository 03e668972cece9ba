#!/usr/bin/env bash
#
# A file in a CloudEvent, received in one form and passed on in the other.
#
# Expected: the four bytes %PDF, sent as `data_base64` in a JSON event (CloudEvents JSON format 1.0.2, 3.1), are four bytes again in
#   the receiver's `data`, and four bytes as the body of a binary-mode message (HTTP binding 1.0.2, 3.1). Java's SDK gives four.
# Happens: the SDK for JavaScript gives a Uint32Array: each byte stands in a word of four. It prints as [37, 80, 68, 70], compares
#   right element by element, and the SDK's own JSON comes out right again; but `HTTP.binary` puts it in the body as it is, and what
#   writes bodies writes its memory: sixteen bytes, three of four zero. The content type still says PDF. `new Uint8Array(data)` is
#   right, `Buffer.from(data.buffer)`, the usual way without a copy, is not. Sent in binary mode from the start, it is a Buffer:
#   what a program receives hangs on the sender's choice of mode.
# Versions: cloudevents 10.0.0 (JavaScript) on Node 20.20.2 and 26.10.0; right: io.cloudevents 4.0.1 (Java 17; Maven fetches it).
#   Seen 2026-11-30.
# Instead: our events carry JSON and digests, never files; an attachment travels by itself and is checked against its digest.

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
import io.cloudevents.jackson.JsonFormat;
import java.util.HexFormat;

public class Finding {
  public static void main(String[] events) {
    var data = new JsonFormat().deserialize(events[0].getBytes(java.nio.charset.StandardCharsets.UTF_8)).getData();
    System.out.print(HexFormat.of().formatHex(data.toBytes()));
  }
}
JAVA
cat >finding.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { CloudEvent, HTTP } from 'cloudevents';

/** Prints what was seen, and fails when it is no longer what it was. */
let changed = false;
const see = (sdk, what, seen, described) => {
  const same = seen === described;
  changed ||= !same;
  console.log(`  ${sdk.padEnd(22)} ${what.padEnd(36)} ${seen}${same ? '' : `   CHANGED: was ${described}`}`);
};
const sdk = `cloudevents ${JSON.parse(readFileSync('node_modules/cloudevents/package.json', 'utf8')).version}`;
console.log(`Node ${process.version}`);

const PDF = '25504446';
const event = new CloudEvent({
  id: '1',
  source: '/attachments',
  type: 'received',
  time: '2026-03-02T01:00:00Z',
  datacontenttype: 'application/pdf',
  data: Buffer.from(PDF, 'hex'),
});
const sent = async (body) => Buffer.from(await new Response(body).arrayBuffer()).toString('hex');
const json = HTTP.structured(event);
const received = HTTP.toEvent(json);
see(sdk, 'data_base64, sent as JSON', JSON.parse(json.body).data_base64, 'JVBERg==');
see(sdk, 'data, received as JSON', received.data.constructor.name, 'Uint32Array');
see(sdk, 'data_base64, passed on as JSON', JSON.parse(HTTP.structured(received).body).data_base64, 'JVBERg==');
see(sdk, 'body, passed on in binary mode', await sent(HTTP.binary(received).body), '25000000500000004400000046000000');
see(sdk, 'body, in binary mode from the start', await sent(HTTP.binary(HTTP.toEvent(HTTP.binary(event))).body), PDF);
const ofJava = execFileSync('java', ['-cp', 'jars/*', 'Finding.java', json.body], { encoding: 'utf8' });
see('io.cloudevents 4.0.1', 'data, received as JSON', ofJava, PDF);
process.exitCode = changed ? 1 : 0;
JS
node finding.mjs
