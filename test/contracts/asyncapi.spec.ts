import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Parser } from '@asyncapi/parser';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { publicSchemas, schemaPath } from '@duban/contracts';
import type { JsonObject } from '@duban/kernel';
import { TOPICS } from '@duban/messaging';
import { envOf } from '../infra/infra-files.ts';
import { asyncApi, ASYNCAPI_FILE, asyncApiText } from './asyncapi-text.ts';
import { messageExamples } from './message-examples.ts';
import { meaningOf } from './schema-keywords.ts';

/** The parser reads 300 kB in a second; machines may be busy. */
jest.setTimeout(60_000);

type Message = {
  readonly payload: JsonObject;
  readonly examples?: readonly { readonly payload: JsonObject }[];
};
type Channel = {
  readonly messages: JsonObject;
  readonly bindings?: { readonly kafka: { readonly partitions: number } };
};

const { channels, components } = asyncApi as {
  readonly channels: Readonly<Record<string, Channel>>;
  readonly components: { readonly messages: Readonly<Record<string, Message>>; readonly schemas: JsonObject };
};
const messages = Object.entries(components.messages);

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
const validatorOf = (name: string) =>
  ajv.compile({ ...components.messages[name]?.payload, components: { schemas: components.schemas } });

it('docs/asyncapi.yaml is what `npm run docs:asyncapi` writes', () => {
  expect(readFileSync(ASYNCAPI_FILE, 'utf8')).toBe(asyncApiText);
});

it.each(['1.1', '1.2'] as const)('reads the same as YAML %s', (version) => {
  expect(parse(asyncApiText, { version })).toEqual(asyncApi);
});

describe('the parser of AsyncAPI', () => {
  it('finds nothing but that 3.1.0 exists: tools of consumers read 3.0.0', async () => {
    const { document, diagnostics } = await new Parser().parse(asyncApiText);
    expect(diagnostics.map(({ code }) => code)).toEqual(['asyncapi-latest-version']);
    expect(document?.messages().length).toBe(messages.length);
  });

  it('has to fetch nothing: every reference leads into the document', () => {
    const references = [...JSON.stringify(asyncApi).matchAll(/"\$ref":"(?<to>[^"]+)"/g)];
    expect(references.length).toBeGreaterThan(messages.length);
    expect(references.filter(({ groups }) => groups?.['to']?.startsWith('#/') !== true)).toEqual([]);
  });

  it('would see a reference to nowhere and an action that there is not', async () => {
    const broken = JSON.stringify(asyncApi)
      .replace('"#/components/schemas/CloudEvent"', '"#/components/schemas/Nowhere"')
      .replace('"action":"send"', '"action":"shout"');
    const { document, diagnostics } = await new Parser().parse(broken);
    const found = diagnostics.map(({ code, path }) => `${code} ${path.join('/')}`).join('\n');
    expect(document).toBeUndefined();
    expect(found).toMatch(/^invalid-ref components\/messages\/.*\/payload\/allOf\/0\/\$ref$/m);
    expect(found).toMatch(/ operations\/send-.*\/action$/m);
  });
});

describe('the messages', () => {
  it('are in the topic that the event goes out on, and all of them in the stream of server-sent events', () => {
    for (const topic of Object.values(TOPICS)) {
      expect(Object.keys(channels[topic]?.messages ?? {}).length).toBeGreaterThan(0);
    }
    expect(Object.keys(channels).sort()).toEqual([...Object.values(TOPICS), 'events'].sort());
    expect(Object.keys(channels['events']?.messages ?? {})).toEqual(messages.map(([name]) => name));
  });

  it('are those that are or were sent, and none that was always private', () => {
    expect(messages.map(([name]) => name).sort()).toEqual([...messageExamples.keys()].sort());
  });

  it.each(messages)(
    '%s shows a real event that its schema accepts, and no other',
    (name, { examples = [] }) => {
      const accepts = validatorOf(name);
      const [example] = examples;
      expect([accepts(example?.payload), accepts.errors]).toEqual([true, null]);
      expect(accepts({ ...example?.payload, data: {} })).toBe(false);
      expect(accepts({ ...example?.payload, type: 'duban.case.other.v1' })).toBe(false);
      expect(accepts({ ...example?.payload, sequence: 12 })).toBe(false);
    },
  );

  it.each(messages.map(([name]) => name))('%s has data as the served schema says', (name) => {
    expect(meaningOf(components.schemas[name] ?? {})).toEqual(
      meaningOf(publicSchemas().get(schemaPath(name)) ?? {}),
    );
  });
});

const freeTexts = (schema: unknown): readonly JsonObject[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  const inside = Object.values(schema).flatMap(freeTexts);
  return 'x-free-text' in schema ? [schema as JsonObject, ...inside] : inside;
};

describe('what is said of them', () => {
  const texts = freeTexts(components.schemas);

  it('is of every free text that Kafka does not get it', () => {
    expect(texts.length).toBeGreaterThan(20);
    for (const { description } of texts) expect(description).toContain('Kafka gets `␀withheld` in its place');
  });

  it('is every field in Chinese and English', () => {
    const data = components.schemas['duban.case.item-resumed.v1'] as {
      properties: Record<string, JsonObject>;
    };
    expect(data.properties['daysSuspended']).toMatchObject({ description: '中止天数 / days suspended' });
  });
});

describe('the topics', () => {
  let partitions: number;
  beforeAll(() => {
    partitions = Number(envOf('infra/kafka/topics.env')['TOPIC_PARTITIONS']);
  });

  it.each(Object.values(TOPICS))('%s has the partitions that infra/kafka creates', (topic) => {
    expect(channels[topic]?.bindings?.kafka.partitions).toBe(partitions);
  });
});
