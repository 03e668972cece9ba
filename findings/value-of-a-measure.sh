#!/usr/bin/env bash
#
# A measured value, sent to Kafka by the client of NestJS.
#
# Expected: `client.emit('measured', { item: 'D-12', indicator: 'PM2.5', value: 95 })` sends that object as JSON, as it does with
#   `{ item: 'D-12', amount: 95 }`, and as the client of another transport does with either. The documentation lets a message have a
#   key, in an object with `key` and `value`; an object with an item in it is plainly none of these.
# Happens: what has a property `value`, or one `key`, is taken for such a record. Sent is 95 alone: item and indicator stand beside it,
#   where kafkajs does not look. Of `{ item: 'D-12', key: 'closing', state: 'closed' }` nothing is left but the key: the value is
#   null, which in a compacted topic deletes what that key had. The caller's own object is altered on the way, 95 into the text "95"
#   and `headers` added. emit reports success, and the receiver's handler is called as usual. The name of a field decides.
# Versions: @nestjs/microservices 12.1.1 with @nestjs/common and core 12.5.1, kafkajs 2.2.4 against Apache Kafka 4.1.2 (Java 17;
#   Maven fetches it). Node 20.20.2 and 26.10.0. Seen 2026-12-01.
# Instead: our outlet makes records by kafkajs itself, with the key that is named and the event as the value, whatever its fields are.
#
# Starts a broker on this machine for its own use, and ends it.
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
npm install --no-audit --no-fund --loglevel=error --save-exact --ignore-scripts \
  @nestjs/microservices@12.1.1 @nestjs/common@12.5.1 @nestjs/core@12.5.1 kafkajs@2.2.4 reflect-metadata@0.2.2 rxjs@7.8.2
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
offsets.topic.num.partitions=1
offsets.topic.replication.factor=1
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
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { ClientProxyFactory, Transport } from '@nestjs/microservices';
import kafkajs from 'kafkajs';
import { lastValueFrom } from 'rxjs';

const [, , port] = process.argv;
const TOPIC = 'measured';
const { Kafka, logLevel } = kafkajs;
const retry = { retries: 120, initialRetryTime: 500, maxRetryTime: 500 };
const client = { brokers: [`127.0.0.1:${port}`], logLevel: logLevel.NOTHING, retry };
const kafka = new Kafka(client);

/** Prints what was seen, and fails when it is no longer that. */
let changed = false;
const see = (what, seen, described) => {
  const same = seen === described;
  changed ||= !same;
  console.log(`    ${what.padEnd(15)} ${seen}${same ? '' : `   CHANGED: was ${described}`}`);
};
const named = (name) => `${name} ${JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version}`;
console.log(`${named('@nestjs/microservices')}, ${named('kafkajs')}, Node ${process.version}`);

const admin = kafka.admin();
await admin.connect();
await admin.createTopics({ topics: [{ topic: TOPIC, numPartitions: 1, replicationFactor: 1 }], waitForLeaders: true });
await admin.disconnect();

/** What is emitted; key and value of the record; what the caller's object is afterwards. */
const CASES = [
  [{ item: 'D-12', amount: 95 }, 'null {"item":"D-12","amount":95}', '{"item":"D-12","amount":95}'],
  [
    { item: 'D-12', indicator: 'PM2.5', value: 95 },
    'null 95',
    '{"item":"D-12","indicator":"PM2.5","value":"95","headers":{}}',
  ],
  [
    { item: 'D-12', key: 'closing', state: 'closed' },
    'closing null',
    '{"item":"D-12","key":"closing","state":"closed","value":null,"headers":{}}',
  ],
];
const emitted = CASES.map(([object]) => JSON.stringify(object));
const nest = ClientProxyFactory.create({ transport: Transport.KAFKA, options: { client, producerOnlyMode: true } });
await nest.connect();
for (const [object] of CASES) await lastValueFrom(nest.emit(TOPIC, object));
await nest.close();

const records = [];
const consumer = kafka.consumer({ groupId: 'finding' });
await consumer.connect();
await consumer.subscribe({ topic: TOPIC, fromBeginning: true });
await new Promise((done) => {
  const eachMessage = async ({ message: { key, value } }) => {
    if (records.push(`${key} ${value}`) === CASES.length) done();
  };
  consumer.run({ eachMessage });
});
await consumer.disconnect();
CASES.forEach(([object, record, left], at) => {
  console.log(`  ${emitted[at]}`);
  see('key and value', records[at], record);
  see('the object then', JSON.stringify(object), left);
});
process.exitCode = changed ? 1 : 0;
JS
node --no-warnings finding.mjs "$port"
