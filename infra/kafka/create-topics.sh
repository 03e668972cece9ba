#!/bin/sh
# Creates the topics that Duban publishes to, and changes nothing that is there. May run at any time, any number of times.
# Settings: topics.env beside this file. KAFKA_HOME: where Kafka's own scripts are.
set -eu

topics="${KAFKA_HOME:-/opt/kafka}/bin/kafka-topics.sh"

for topic in duban.case-events.v1 duban.survey-results.v1 duban.checkpoints.v1; do
  "$topics" --bootstrap-server "$KAFKA_BOOTSTRAP" --create --if-not-exists --topic "$topic" \
    --partitions "$TOPIC_PARTITIONS" --replication-factor "$TOPIC_REPLICAS" \
    --config cleanup.policy=delete \
    --config retention.ms=-1 \
    --config max.message.bytes=2621440 \
    --config "min.insync.replicas=$TOPIC_MIN_INSYNC"
done

"$topics" --bootstrap-server "$KAFKA_BOOTSTRAP" --describe
