import type { JsonObject } from '@duban/kernel';
import { schemaPath } from '@duban/contracts';
import { RECORD_HEADERS } from '../kafka/kafka-outlet.ts';
import type { CloudEvent } from '../translate/cloud-event.ts';
import { channels, messageBindings, operations } from './channels.ts';
import { describedSchema } from './described-schema.ts';
import { DESCRIPTION, HTTP_SERVER, KAFKA_SERVER } from './document-texts.ts';
import { envelopeSchema } from './envelope-schema.ts';
import { describedMessages, type DescribedMessage } from './public-messages.ts';

/** A real event of a message, by the message's name. */
export type MessageExamples = ReadonlyMap<string, CloudEvent>;

const CONTENT_TYPE = 'application/cloudevents+json';

const servers: JsonObject = {
  kafka: {
    host: '{brokers}',
    protocol: 'kafka',
    description: KAFKA_SERVER,
    variables: { brokers: { default: 'localhost:9094', description: 'As in docker-compose.yml.' } },
  },
  duban: {
    host: '{host}',
    protocol: 'http',
    description: HTTP_SERVER,
    variables: { host: { default: '127.0.0.1:3000', description: 'As `npm start` listens.' } },
    security: [{ $ref: '#/components/securitySchemes/bearer' }],
  },
};

const headers: JsonObject = {
  type: 'object',
  description: 'Headers of the Kafka record. Server-sent events have none.',
  properties: Object.fromEntries(
    Object.entries(RECORD_HEADERS).map(([name, value]) => [name, { type: 'string', const: value }]),
  ),
};

/** A consumer gets every public message; to whom it may show one is said here. */
const SHOWN_TO: Readonly<Record<DescribedMessage['visibility'], string>> = {
  public: 'May be shown to everybody.',
  parties: 'For the office and the organs and deputies concerned.',
  office: 'For the office.',
  auditors: 'For the office and the auditors.',
};

const payloadOf = (name: string): JsonObject => ({
  allOf: [
    { $ref: '#/components/schemas/CloudEvent' },
    {
      type: 'object',
      properties: {
        type: { const: name },
        dataschema: { const: schemaPath(name) },
        data: { $ref: `#/components/schemas/${name}` },
      },
    },
  ],
});

const messageOf = (message: DescribedMessage, example: CloudEvent | undefined): JsonObject => {
  const { name, label, category, visibility, isSent } = message;
  return {
    name,
    title: `${label.zh} / ${label.en}`,
    summary: isSent ? SHOWN_TO[visibility] : `${SHOWN_TO[visibility]} No longer sent: old messages only.`,
    tags: [{ name: category }],
    contentType: CONTENT_TYPE,
    headers,
    payload: payloadOf(name),
    bindings: messageBindings(`${category} id`),
    ...(example === undefined ? {} : { examples: [{ name: 'example', payload: example }] }),
  };
};

const componentsOf = (messages: readonly DescribedMessage[], examples: MessageExamples): JsonObject => ({
  securitySchemes: {
    bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'As for the HTTP API.' },
  },
  messages: Object.fromEntries(
    messages.map((message) => [message.name, messageOf(message, examples.get(message.name))]),
  ),
  schemas: {
    CloudEvent: envelopeSchema,
    ...Object.fromEntries(messages.map(({ name, schema }) => [name, describedSchema(schema)])),
  },
});

/** The AsyncAPI 3 document of all that Duban publishes: topics, messages and schemas as the code has them (contracts.md section 3). */
export const asyncApiDocument = (examples: MessageExamples): JsonObject => {
  const messages = describedMessages();
  return {
    asyncapi: '3.0.0',
    id: 'urn:duban:public-messages',
    info: {
      title: 'Duban 督办',
      version: '1',
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      tags: [...new Set(messages.map(({ category }) => category))].map((name) => ({ name })),
    },
    defaultContentType: CONTENT_TYPE,
    servers,
    channels: channels(messages),
    operations: operations(messages),
    components: componentsOf(messages, examples),
  };
};
