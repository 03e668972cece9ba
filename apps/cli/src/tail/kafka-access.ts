import { readFileSync } from 'node:fs';
import type { Config } from '@duban/config';
import { CodedError } from '@duban/kernel';
import type { KafkaOptions } from '@duban/subscriber';

type KafkaSettings = KafkaOptions<unknown>['kafka'];

const tlsOf = (tls: string): NonNullable<KafkaSettings['ssl']> => {
  if (tls === 'system') return true;
  try {
    return { ca: [readFileSync(tls, 'utf8')] };
  } catch (cause) {
    throw new CodedError('config.invalid', `KAFKA_TLS names ${tls}, which cannot be read`, { cause });
  }
};

/**
 * How to reach Kafka, by the settings. Holds the password: never log it.
 * @throws CodedError `config.invalid`
 */
export const kafkaAccess = ({ tls, sasl }: Config['kafka'], brokers: readonly string[]): KafkaSettings => ({
  brokers,
  clientId: 'duban-tail',
  ...(tls === null ? {} : { ssl: tlsOf(tls) }),
  ...(sasl === null ? {} : { sasl: sasl as NonNullable<KafkaSettings['sasl']> }),
});
