#!/usr/bin/env bash
#
# The events of last year, sent to a new topic of Kafka.
#
# Expected: a topic keeps records for seven days by default, so a consumer that comes an hour after they were sent has all of them.
#   `retention.ms` is documented as "an SLA on how soon consumers must read their data".
# Happens: records that were sent with their own time, as producers may, are gone at the broker's next check, within five minutes. Age is
#   counted from the time in the record, not from its arrival, and the part of the log that is still being written goes, too. Sending
#   succeeds, no reader is told, and the topic begins at offset 3 as if three records had been read long ago. One record of today
#   among them keeps all, until it is seven days old: so a backfill under live traffic is there, and the one before a new start is
#   not. Where the broker sets the time (`message.timestamp.type=LogAppendTime`), they are kept, and have lost theirs.
# Versions: Apache Kafka 4.1.2 on Java 17 (Maven fetches it), kafkajs 2.2.4. Node 20.20.2 and 26.10.0. Seen 2026-12-01.
# Instead: our topics keep records for ever, and a record has the time of its sending; that of the event is in the message.
#
# Starts a broker on this machine for its own use, and ends it. The broker checks every second, so that nobody waits for five minutes.
set -euo pipefail

folder=$(mktemp -d)
broker=''
end() {
  if [ -n "$broker" ]; then
    kill "$broker" 2>/dev/null || true
    wait "$broker" 2>/dev/null || true
  fi
  rm -rf "$folder"
}
trap end EXIT
cd "$folder"

echo '{ "private": true }' >package.json
npm install --no-audit --no-fund --loglevel=error --save-exact --ignore-scripts kafkajs@2.2.4
cat >pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>4.1.2</version></dependency>
    <dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-slf4j-impl</artifactId><version>2.25.3</version></dependency>
  </dependencies>
</project>
XML
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies -DincludeScope=runtime -DoutputDirectory=jars

read -r port controller < <(node -e '
  const { createServer } = require("node:net");
  const servers = [createServer(), createServer()];
  Promise.all(servers.map((each) => new Promise((done) => each.listen(0, "127.0.0.1", done)))).then(() => {
    console.log(servers.map((each) => each.address().port).join(" "));
    servers.forEach((each) => each.close());
  });')
cat >server.properties <<PROPERTIES
process.roles=broker,controller
node.id=1
listeners=BROKER://127.0.0.1:$port,CONTROLLER://127.0.0.1:$controller
advertised.listeners=BROKER://127.0.0.1:$port
listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
inter.broker.listener.name=BROKER
controller.listener.names=CONTROLLER
controller.quorum.voters=1@127.0.0.1:$controller
log.dirs=$folder/data
log.initial.task.delay.ms=1000
log.retention.check.interval.ms=1000
PROPERTIES
kafka=(java -Xmx320m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp 'jars/*')
"${kafka[@]}" kafka.tools.StorageTool format -t MkU3OEVBNTcwNTJENDM2Qk -c server.properties >format.log 2>&1
"${kafka[@]}" kafka.Kafka server.properties >broker.log 2>&1 &
broker=$!
for _ in $(seq 360); do
  if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then break; fi
  if ! kill -0 "$broker" 2>/dev/null; then
    tail -5 broker.log
    exit 1
  fi
  sleep 0.5
done

cat >finding.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import kafkajs from 'kafkajs';

const [, , port] = process.argv;
const { Kafka, logLevel, Partitioners } = kafkajs;
const retry = { retries: 120, initialRetryTime: 500, maxRetryTime: 500 };
const kafka = new Kafka({ brokers: [`127.0.0.1:${port}`], logLevel: logLevel.NOTHING, retry });

/** Prints where a topic begins and ends, and fails when that is no longer what was seen. */
let changed = false;
const see = (topic, what, seen, described) => {
  const same = seen === described;
  changed ||= !same;
  console.log(`  ${topic.padEnd(14)} ${what.padEnd(24)} ${seen}${same ? '' : `   CHANGED: was ${described}`}`);
};
const { version } = JSON.parse(readFileSync('node_modules/kafkajs/package.json', 'utf8'));
console.log(`kafkajs ${version}, Node ${process.version}`);

const DAY = 24 * 60 * 60 * 1000;
const lastYear = Array.from({ length: 3 }, (_, at) => ({ value: `event ${at}`, timestamp: `${Date.now() - (365 - at) * DAY}` }));
const TOPICS = {
  'last-year': { messages: lastYear, configEntries: [], later: '3 to 3' },
  'one-of-today': { messages: [...lastYear, { value: 'today' }], configEntries: [], later: '0 to 4' },
  'time-of-broker': {
    messages: lastYear,
    configEntries: [{ name: 'message.timestamp.type', value: 'LogAppendTime' }],
    later: '0 to 3',
  },
};
const admin = kafka.admin();
await admin.connect();
const shared = { numPartitions: 1, replicationFactor: 1 };
const topics = Object.entries(TOPICS).map(([topic, { configEntries }]) => ({ topic, configEntries, ...shared }));
await admin.createTopics({ topics, waitForLeaders: true });
const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
await producer.connect();
for (const [topic, { messages }] of Object.entries(TOPICS)) {
  const [{ errorCode, baseOffset }] = await producer.send({ topic, messages });
  see(topic, 'answer to the sender', `error code ${errorCode}, first offset ${baseOffset}`, 'error code 0, first offset 0');
}
await producer.disconnect();
const offsets = async (topic) => {
  const [{ low, high }] = await admin.fetchTopicOffsets(topic);
  return `${low} to ${high}`;
};
for (let tries = 0; tries < 60 && (await offsets('last-year')) !== TOPICS['last-year'].later; tries += 1) await setTimeout(500);
await setTimeout(3000);
for (const [topic, { later }] of Object.entries(TOPICS)) {
  see(topic, 'offsets, seconds later', await offsets(topic), later);
}
await admin.disconnect();
process.exitCode = changed ? 1 : 0;
JS
node --no-warnings finding.mjs "$port"
