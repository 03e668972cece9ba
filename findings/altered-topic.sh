#!/usr/bin/env bash
#
# One setting of a topic, changed by the administration client of kafkajs.
#
# Expected: `admin.alterConfigs` with one entry changes that entry. "Update the configuration for the specified resources" is all
#   that its documentation says, and Kafka's own tool does so.
# Happens: every setting that is not in the call goes back to the broker's default, and the answer is success. A compacted topic
#   that keeps its records for ever (`cleanup.policy=compact`, `retention.ms=-1`) becomes one that deletes what is older than seven
#   days, by raising `max.message.bytes`. kafkajs sends the older of Kafka's two requests, which replaces the whole set (KIP-339),
#   and has no other; brokers still answer it, though Java's Admin has dropped the method.
# Versions: kafkajs 2.2.4 against Apache Kafka 4.1.2. Seen 2026-11-30.
# Instead: a topic is created with all of its settings at once, and no program of ours alters one that is there.
#
# Starts a broker on this machine for its own use (Java 17 and Maven), and ends it.

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
import kafkajs from 'kafkajs';

const [, , port, step] = process.argv;
const { ConfigResourceTypes, Kafka, logLevel } = kafkajs;
const retry = { retries: 120, initialRetryTime: 500, maxRetryTime: 500 };
const admin = new Kafka({ brokers: [`127.0.0.1:${port}`], logLevel: logLevel.NOTHING, retry }).admin();
const type = ConfigResourceTypes.TOPIC;

/** Prints what the topic is set to, and fails when it is no longer what was seen. */
let changed = false;
const see = async (by, topic, described) => {
  const names = ['cleanup.policy', 'max.message.bytes', 'retention.ms'];
  const { resources } = await admin.describeConfigs({ resources: [{ type, name: topic, configNames: names }] });
  const entries = resources[0].configEntries.map(({ configName, configValue }) => [configName, configValue]);
  const seen = JSON.stringify(Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1))));
  const same = seen === JSON.stringify(described);
  changed ||= !same;
  console.log(`  ${by.padEnd(24)} ${seen}${same ? '' : `   CHANGED: was ${JSON.stringify(described)}`}`);
};
const KEPT = { 'cleanup.policy': 'compact', 'max.message.bytes': '1048588', 'retention.ms': '-1' };

await admin.connect();
if (step === 'create') {
  console.log(
    `kafkajs ${JSON.parse(readFileSync('node_modules/kafkajs/package.json', 'utf8')).version}, Node ${process.version}`,
  );
  const configEntries = [
    { name: 'cleanup.policy', value: 'compact' },
    { name: 'retention.ms', value: '-1' },
  ];
  const topics = ['by-kafkajs', 'by-kafka'].map((topic) => ({ topic, numPartitions: 1, replicationFactor: 1, configEntries }));
  await admin.createTopics({ topics, waitForLeaders: true });
  await see('as created', 'by-kafkajs', KEPT);
  const { resources } = await admin.alterConfigs({
    validateOnly: false,
    resources: [{ type, name: 'by-kafkajs', configEntries: [{ name: 'max.message.bytes', value: '2000000' }] }],
  });
  console.log(`  answer of alterConfigs   error code ${resources[0].errorCode}`);
} else {
  await see('changed by kafkajs', 'by-kafkajs', {
    'cleanup.policy': 'delete',
    'max.message.bytes': '2000000',
    'retention.ms': '604800000',
  });
  await see("changed by Kafka's tool", 'by-kafka', { ...KEPT, 'max.message.bytes': '2000000' });
}
await admin.disconnect();
process.exitCode = changed ? 1 : 0;
JS
node --no-warnings finding.mjs "$port" create
"${kafka[@]}" kafka.admin.ConfigCommand --bootstrap-server "127.0.0.1:$port" --alter --entity-type topics --entity-name by-kafka \
  --add-config max.message.bytes=2000000 >tool.log 2>&1
node --no-warnings finding.mjs "$port" see
