export { loadKafkajs } from './load-kafkajs.ts';
export { createKafka, RETRY, type KafkaNote, type KafkaSettings } from './create-kafka.ts';
