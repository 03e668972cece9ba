import { readFileSync } from 'node:fs';
import type { Config } from '@duban/config';
import type { KafkaSettings } from '@duban/kafka';
import { CodedError } from '@duban/kernel';

const tlsOf = (tls: string): NonNullable<KafkaSettings['ssl']> => {
  if (tls === 'system') return true;
  try {
    return { ca: [readFileSync(tls, 'utf8')] };
  } catch (cause) {
    throw new CodedError('config.invalid', `KAFKA_TLS names ${tls}, which cannot be read`, { cause });
  }
};

/**
 * How this installation reaches Kafka. Holds the password: never log it.
 * @throws CodedError `config.invalid`
 */
export const kafkaSettingsOf = (
  { kafkaBrokers: brokers, kafka }: Pick<Config, 'kafkaBrokers' | 'kafka'>,
  clientId: string,
): KafkaSettings => ({
  brokers,
  clientId,
  ...(kafka.tls === null ? {} : { ssl: tlsOf(kafka.tls) }),
  // One type of three mechanisms here, three types of one there.
  ...(kafka.sasl === null ? {} : { sasl: kafka.sasl as NonNullable<KafkaSettings['sasl']> }),
});
