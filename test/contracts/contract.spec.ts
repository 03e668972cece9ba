import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@duban/kernel';
import { type Clause, type Contract, contractChanges, contractOf, tellChange } from './contract.ts';
import { asyncApi } from './asyncapi-text.ts';
import { messageExamples } from './message-examples.ts';
import { unpublished } from './register.ts';

const now = contractOf(asyncApi);
const MESSAGE = 'duban.case.item-assigned.v1';
const TOPIC = 'duban.case-events.v1';

const clauseAt = (name: string): Clause => {
  const clause = now.get(name);
  if (clause === undefined) throw new Error(`no ${name}`);
  return clause;
};

const withClause = (name: string, change: object): Contract =>
  new Map([...now, [name, { ...clauseAt(name), ...change }]]);

const without = (...names: readonly string[]): Contract =>
  new Map([...now].filter(([name]) => !names.includes(name)));

describe('what is published and no longer stands is named', () => {
  it.each<readonly [what: string, after: Contract, told: string]>([
    ['an event vanishes', without(MESSAGE), `${MESSAGE}: message-vanished`],
    ['a topic vanishes', without(TOPIC), `${TOPIC}: topic-vanished`],
    ['the envelope vanishes', without('CloudEvent'), 'CloudEvent: envelope-vanished'],
    [
      'an event moves',
      withClause(MESSAGE, { topic: 'duban.items.v1' }),
      `${MESSAGE}: message-moved (${TOPIC} → duban.items.v1)`,
    ],
    [
      'a topic has other partitions',
      withClause(TOPIC, { layout: { partitions: 24 } }),
      `${TOPIC}: topic-layout-changed`,
    ],
    [
      'a schema changes',
      withClause(MESSAGE, { schema: { type: 'string' } }),
      `${MESSAGE} at /properties/itemId: field-removed`,
    ],
    [
      'the envelope loses an attribute',
      withClause('CloudEvent', { schema: {} }),
      'CloudEvent at /properties/sequence: field-removed',
    ],
  ])('%s', (_what, after, told) => {
    const changes = contractChanges(now, after).map(tellChange);
    expect(changes.some((change) => change.startsWith(told))).toBe(true);
  });
});

it('an attribute that comes to the envelope is no change, and stands from then on', () => {
  const text = JSON.stringify(asyncApi).replace(
    '"properties":{"specversion"',
    '"properties":{"tenant":{"type":"string"},"specversion"',
  );
  const later = contractOf(JSON.parse(text) as JsonObject);
  expect(contractChanges(now, later)).toEqual([]);
  expect(unpublished(now, later)).toEqual(['CloudEvent.tenant']);
  expect(contractChanges(later, now).map(tellChange)).toEqual([
    'CloudEvent at /properties/tenant: field-removed (tenant)',
    'CloudEvent.tenant: envelope-vanished (CloudEvent.tenant)',
  ]);
});

it('an event that nobody had before is no change', () => {
  expect(contractChanges(without(MESSAGE), now)).toEqual([]);
  expect(contractChanges(now, now)).toEqual([]);
});

it('the contract has every topic, every message and the envelope', () => {
  const attributes = Object.keys(messageExamples.get(MESSAGE) ?? {});
  const kinds = Map.groupBy(now.values(), ({ kind }) => kind);
  const left = [
    'traceparent',
    'decidedat',
    'decisionbody',
    'decisionform',
    'decisiondate',
    'mandateid',
    'receivedon',
    'releasedby',
  ];
  // The whole, what the example has, and what may be absent.
  expect(kinds.get('envelope')).toHaveLength(1 + attributes.length + left.length);
  for (const name of left) expect([...now.keys()]).toContain(`CloudEvent.${name}`);
  expect([...now.keys()]).toEqual(expect.arrayContaining([TOPIC, 'duban.survey-results.v1', MESSAGE]));
  const moved = [...now.values()].filter(
    (clause) => clause.kind === 'message' && now.get(clause.topic)?.kind !== 'topic',
  );
  expect(moved).toEqual([]);
});
