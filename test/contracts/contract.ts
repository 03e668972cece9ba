import type { JsonObject, JsonValue } from '@duban/kernel';
import { isObject, listOf, meaningOf, textOf } from './schema-keywords.ts';
import { type SchemaChange, schemaChanges } from './schema-changes.ts';

/** One thing that consumers rely on: how a topic is laid out, what a message holds, or the envelope of all of them. */
export type Clause =
  | { readonly kind: 'topic'; readonly layout: JsonObject }
  | { readonly kind: 'message'; readonly topic: string; readonly schema: JsonObject }
  | { readonly kind: 'envelope'; readonly schema: JsonObject };

/** By name: topic address, message type, or the name of the envelope. */
export type Contract = ReadonlyMap<string, Clause>;

export type ContractChange =
  | (SchemaChange & { readonly clause: string })
  | {
      readonly clause: string;
      readonly code:
        | 'topic-vanished'
        | 'topic-layout-changed'
        | 'message-vanished'
        | 'message-moved'
        | 'envelope-vanished';
      readonly at: '';
      readonly what: string;
    };

const ENVELOPE = 'CloudEvent';

const part = (value: JsonValue | undefined, ...path: readonly string[]): JsonObject => {
  const found = path.reduce<JsonValue | undefined>(
    (at, name) => (isObject(at) ? at[name] : undefined),
    value,
  );
  return isObject(found) ? found : {};
};

/** Without words, which may be mended at any time. */
const schemaOf = (document: JsonObject, name: string): JsonObject =>
  meaningOf(part(document, 'components', 'schemas', name)) as JsonObject;

/** What a reader would notice: another number of partitions breaks the order of a case, shorter keeping loses its start. */
const layoutOf = (channel: JsonValue): JsonObject => {
  const { partitions = null } = part(channel, 'bindings', 'kafka');
  const { 'cleanup.policy': cleanup = null, 'retention.ms': retention = null } = part(
    channel,
    ...['bindings', 'kafka', 'topicConfiguration'],
  );
  return { partitions, 'cleanup.policy': cleanup, 'retention.ms': retention };
};

const messagesOf = (document: JsonObject, topic: string, channel: JsonValue): readonly [string, Clause][] =>
  Object.keys(part(channel, 'messages')).map((name) => [
    name,
    { kind: 'message', topic, schema: schemaOf(document, name) },
  ]);

/** The envelope as a whole, and each attribute by itself: the envelope is open, so one that comes later is a new clause. */
const envelopeOf = (schema: JsonObject): readonly [string, Clause][] => [
  [ENVELOPE, { kind: 'envelope', schema }],
  ...Object.entries(part(schema, 'properties')).map(([name, attribute]): [string, Clause] => {
    const required = listOf(schema['required']).filter((each) => each === name);
    return [
      `${ENVELOPE}.${name}`,
      { kind: 'envelope', schema: { type: 'object', properties: { [name]: attribute }, required } },
    ];
  }),
];

/** What an AsyncAPI document of ours promises about Kafka; server-sent events carry the same messages. */
export const contractOf = (document: JsonObject): Contract => {
  const topics = Object.entries(part(document, 'channels')).filter(([, channel]) =>
    isObject(part(channel, 'bindings')['kafka']),
  );
  return new Map<string, Clause>([
    ...envelopeOf(schemaOf(document, ENVELOPE)),
    ...topics.map(([topic, channel]): [string, Clause] => [
      topic,
      { kind: 'topic', layout: layoutOf(channel) },
    ]),
    ...topics.flatMap(([topic, channel]) => messagesOf(document, topic, channel)),
  ]);
};

const changesOfClause = (
  clause: string,
  before: Clause,
  after: Clause | undefined,
): readonly ContractChange[] => {
  if (after?.kind !== before.kind) return [{ clause, code: `${before.kind}-vanished`, at: '', what: clause }];
  if (before.kind === 'topic' || after.kind === 'topic') {
    const [from, to] = [before, after].map((side) => ('layout' in side ? textOf(side.layout) : '')) as [
      string,
      string,
    ];
    return from === to ? [] : [{ clause, code: 'topic-layout-changed', at: '', what: `${from} → ${to}` }];
  }
  const inside = schemaChanges(before.schema, after.schema).map((change) => ({ clause, ...change }));
  const [from, to] = [before, after].map((side) => ('topic' in side ? side.topic : '')) as [string, string];
  return from === to
    ? inside
    : [{ clause, code: 'message-moved', at: '', what: `${from} → ${to}` }, ...inside];
};

/** Everything of what was published that no longer stands; what is new is no change. */
export const contractChanges = (published: Contract, now: Contract): readonly ContractChange[] =>
  [...published].flatMap(([clause, before]) => changesOfClause(clause, before, now.get(clause)));

export const tellChange = ({ clause, code, at, what }: ContractChange): string =>
  `${clause}${at === '' ? '' : ` at ${at}`}: ${code} (${what})`;
