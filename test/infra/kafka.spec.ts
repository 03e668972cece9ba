import { describe, expect, it } from '@jest/globals';
import { LARGEST_MESSAGE_BYTES, TOPICS } from '@duban/messaging';
import { envOf, serviceOf, textOf } from './infra-files.ts';

const broker = envOf('infra/kafka/broker.env');
const layout = envOf('infra/kafka/topics.env');
const script = textOf('infra/kafka/create-topics.sh');

const listeners = (text: string | undefined) =>
  new Map((text ?? '').split(',').map((entry) => entry.split('://') as [string, string]));

describe('the broker', () => {
  it('creates no topic by accident', () => {
    expect(broker).toMatchObject({ KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false' });
  });

  it('is reached by containers as kafka, and from this host on loopback', () => {
    const advertised = listeners(broker['KAFKA_ADVERTISED_LISTENERS']);
    expect(advertised.get('INSIDE')).toBe(serviceOf('api-1').environment?.['KAFKA_BROKERS']);
    expect(serviceOf('kafka').ports).toEqual(['127.0.0.1:9094:9094']);
    expect(advertised.get('OUTSIDE')).toBe('localhost:9094');
    const protocols = (broker['KAFKA_LISTENER_SECURITY_PROTOCOL_MAP'] ?? '').split(',');
    expect(protocols.map((entry) => entry.split(':')[0]).sort()).toEqual(
      [...listeners(broker['KAFKA_LISTENERS']).keys()].sort(),
    );
  });

  it('keeps its data in the volume', () => {
    expect(serviceOf('kafka').volumes).toEqual([`kafka-data:${broker['KAFKA_LOG_DIRS'] ?? ''}`]);
  });
});

describe('the topics', () => {
  it('are those that Duban publishes to', () => {
    const [, named = ''] = /^for topic in (.+); do$/m.exec(script) ?? [];
    expect(named.split(' ').sort()).toEqual(Object.values(TOPICS).sort());
  });

  it('take the largest message and keep every one', () => {
    expect(script).toContain(`max.message.bytes=${2 * LARGEST_MESSAGE_BYTES}`);
    expect(script).toContain('retention.ms=-1');
    expect(script).toContain('cleanup.policy=delete');
  });

  it('have every variable that the script reads', () => {
    const read = [...script.matchAll(/\$(?:\{)?((?:TOPIC|KAFKA)_\w+)/g)].map(([, name]) => name ?? '');
    expect(read.filter((name) => !(name in layout) && name !== 'KAFKA_HOME')).toEqual([]);
    expect(layout['KAFKA_BOOTSTRAP']).toBe('kafka:9092');
  });
});
