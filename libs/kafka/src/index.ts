export { createKafka, RETRY, type KafkaNote, type KafkaSettings } from './create-kafka.ts';
