import { resolve } from 'node:path';
import type { Config, KafkaAccess, KafkaSasl } from './config.ts';

type ValueOf = (name: string) => string | null;

const MECHANISMS: readonly KafkaSasl['mechanism'][] = ['plain', 'scram-sha-256', 'scram-sha-512'];
/** As many copies as are usual, and never more than there are brokers. */
const USUAL_REPLICAS = 3;

const brokersOf = (valueOf: ValueOf): readonly string[] =>
  (valueOf('KAFKA_BROKERS') ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

const tlsOf = (valueOf: ValueOf): string | null => {
  const text = valueOf('KAFKA_TLS');
  return text === null || text === 'system' ? text : resolve(text);
};

const saslOf = (valueOf: ValueOf, faults: string[]): KafkaSasl | null => {
  const [name, username, password] = ['KAFKA_SASL', 'KAFKA_USERNAME', 'KAFKA_PASSWORD'].map(valueOf);
  if (name === null || name === undefined) {
    if (username !== null || password !== null)
      faults.push('KAFKA_USERNAME and KAFKA_PASSWORD need KAFKA_SASL: say which mechanism');
    return null;
  }
  const mechanism = MECHANISMS.find((known) => known === name);
  if (mechanism === undefined) {
    faults.push(`KAFKA_SASL is "${name}": choose one of ${MECHANISMS.join(', ')}`);
    return null;
  }
  if (username === null || username === undefined || password === null || password === undefined) {
    faults.push('KAFKA_SASL needs KAFKA_USERNAME and KAFKA_PASSWORD');
    return null;
  }
  if (mechanism === 'plain' && valueOf('KAFKA_TLS') === null)
    faults.push('KAFKA_SASL=plain sends the password in clear: set KAFKA_TLS, or use scram-sha-512');
  return { mechanism, username, password };
};

const replicasOf = (valueOf: ValueOf, faults: string[]): number => {
  const text = valueOf('KAFKA_TOPIC_REPLICAS');
  if (text === null) return Math.min(USUAL_REPLICAS, Math.max(1, brokersOf(valueOf).length));
  const replicas = Number(text);
  if (/^\d+$/.test(text) && replicas > 0) return replicas;
  faults.push(`KAFKA_TOPIC_REPLICAS is "${text}": give a whole number above 0`);
  return 1;
};

export const kafkaOf = (valueOf: ValueOf, faults: string[]): Pick<Config, 'kafkaBrokers' | 'kafka'> => {
  const kafka: KafkaAccess = {
    tls: tlsOf(valueOf),
    sasl: saslOf(valueOf, faults),
    topicReplicas: replicasOf(valueOf, faults),
  };
  return { kafkaBrokers: brokersOf(valueOf), kafka };
};
