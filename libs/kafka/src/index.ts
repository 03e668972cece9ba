export { loadKafkajs } from './load-kafkajs.ts';
export { createKafka, RETRY, type KafkaSettings } from './create-kafka.ts';
