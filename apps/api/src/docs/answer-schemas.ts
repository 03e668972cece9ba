import type { OpenAPIObject } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

const text = { type: 'string' } as const;
const whole = { type: 'integer' } as const;
const orNull = (type: string): Schemas[string] => ({ type: [type, 'null'] });
const object = (properties: Schemas, required: string[] = Object.keys(properties)): Schemas[string] => ({
  type: 'object',
  properties,
  required,
});
const list = (items: Schemas[string]): Schemas[string] => ({ type: 'array', items });

/** Shapes of answers that many routes share; what a case or an item holds follows from its events. */
export const answerSchemas: Schemas = {
  CommandAnswer: object({
    revision: orNull('integer'),
    position: text,
    events: list(object({ type: text, id: text })),
  }),
  FiledAttachment: object({
    ...{ revision: orNull('integer'), position: text },
    events: list(object({ type: text, id: text })),
    ...{ attachmentId: text, name: text, mediaType: text, sizeInBytes: whole, sha256: text, sm3: text },
  }),
  Attachments: object({
    items: list(
      object({
        ...{ attachmentId: text, itemId: orNull('string'), name: text, mediaType: text, sizeInBytes: whole },
        ...{ sha256: text, sm3: text, purpose: orNull('string'), about: list(text) },
        ...{ supersedes: orNull('string'), supersededBy: orNull('string'), filedAt: text },
        filedBy: object({ id: text, role: text, organ: text }),
        erased: { type: 'boolean' },
        namedBy: list(object({ eventId: orNull('string'), itemId: orNull('string') })),
      }),
    ),
  }),
  Page: object({ items: list({ type: 'object' }), next: orNull('string') }),
  Counts: object({ total: whole, groups: list(object({ key: orNull('string'), count: whole })) }),
  Person: object({ id: text, name: text, organ: orNull('string'), contactMasked: orNull('string') }),
  Erasure: object({ erasureId: text, person: text, fields: whole, keysDestroyed: whole, position: text }),
  Problem: object(
    {
      type: text,
      status: whole,
      code: text,
      title: text,
      detail: text,
      traceId: text,
      errors: { ...list(object({ pointer: text, code: text, detail: text })), maxItems: 20 },
      moreErrors: whole,
      reason: text,
      details: { type: 'object' },
      state: { type: 'object' },
      allowed: list(text),
      currentRevision: orNull('integer'),
      lag: orNull('integer'),
    },
    ['type', 'status', 'code', 'title', 'detail', 'traceId'],
  ),
};

/** Which of them a path answers with; every other one with an object of its own. */
export const ANSWERS: Readonly<Record<string, string>> = {
  '/v1/cases': 'Page',
  '/v1/cases/{caseId}/attachments': 'Attachments',
  '/v1/cases/{caseId}/events': 'Page',
  '/v1/board': 'Page',
  '/v1/board/counts': 'Counts',
  '/v1/deadlines': 'Page',
  '/v1/satisfaction': 'Page',
  '/v1/audit/events': 'Page',
  '/v1/audit/conformance': 'Page',
  '/v1/cases/{caseId}/history': 'Page',
  '/v1/rule-trials': 'Page',
  '/v1/people': 'Person',
  '/v1/people/{id}': 'Person',
  '/v1/people/{id}/erasure': 'Erasure',
};
