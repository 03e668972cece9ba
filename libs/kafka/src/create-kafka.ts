import type { Kafka, KafkaConfig, logLevel, RetryOptions } from 'kafkajs';
import { loadKafkajs } from './load-kafkajs.ts';

export type KafkaNote = { readonly level: 'error' | 'warn'; readonly text: string };

export type KafkaSettings = {
  readonly brokers: readonly string[];
  /** Shown in the broker's own metrics and quotas. */
  readonly clientId: string;
  readonly ssl?: NonNullable<KafkaConfig['ssl']>;
  readonly sasl?: NonNullable<KafkaConfig['sasl']>;
  /** For tunnels, and for tests that cut lines. */
  readonly socketFactory?: NonNullable<KafkaConfig['socketFactory']>;
  /** What kafkajs has to say; silent unless given. Settings never get into it. */
  readonly note?: (note: KafkaNote) => void;
};

const CONNECT_MS = 3_000;
const REQUEST_MS = 15_000;

/**
 * The count is explicit: any retry option without one falls back to five without a word (field-lessons A3b). What
 * is left after these is the caller's affair, who starts afresh with a new producer or consumer.
 */
export const RETRY: RetryOptions = { retries: 4, initialRetryTime: 100, maxRetryTime: 1_000, factor: 0.2 };

/** A kafkajs client with its known faults dealt with; everything here talks to Kafka through it. */
export const createKafka = (
  { brokers, clientId, ssl, sasl, socketFactory, note }: KafkaSettings,
  retry: RetryOptions = RETRY,
): Kafka => {
  const { Kafka, logLevel } = loadKafkajs();
  const levelOf = (level: logLevel): KafkaNote['level'] => (level === logLevel.ERROR ? 'error' : 'warn');
  return new Kafka({
    brokers: [...brokers],
    clientId,
    ...(ssl === undefined ? {} : { ssl }),
    ...(sasl === undefined ? {} : { sasl }),
    ...(socketFactory === undefined ? {} : { socketFactory }),
    connectionTimeout: CONNECT_MS,
    authenticationTimeout: REQUEST_MS,
    requestTimeout: REQUEST_MS,
    enforceRequestTimeout: true,
    retry,
    logLevel: note === undefined ? logLevel.NOTHING : logLevel.WARN,
    logCreator: () => (entry) => {
      note?.({ level: levelOf(entry.level), text: `${entry.namespace}: ${entry.log.message}` });
    },
  });
};
