import { describe, expect, it } from '@jest/globals';
import { Type } from '@sinclair/typebox';
import { schemaCheck } from '../events/schema-check.ts';
import { closed, date, freeText, id, listOf, orNull, person, text } from '@duban/domain/schema';
import { commandSchemas } from './command-registry.ts';
import { registerCommandSchemas } from './register.commands.ts';
import { SENT_LIMITS, sentSchema } from './sent-schema.ts';

const schema = closed({
  id: id(),
  title: text(),
  note: orNull(freeText()),
  on: date(),
  by: Type.Optional(person()),
  parts: listOf(closed({ id: id() })),
});
const check = schemaCheck(sentSchema(schema));
const fitting = { id: 'i', title: 't', note: 'n', on: '2026-03-05', parts: [] };

describe('what is sent', () => {
  it.each([
    ['an id', { id: 'x'.repeat(SENT_LIMITS.id) }, { id: 'x'.repeat(SENT_LIMITS.id + 1) }, '/id'],
    [
      'a text',
      { title: 'x'.repeat(SENT_LIMITS.text) },
      { title: 'x'.repeat(SENT_LIMITS.text + 1) },
      '/title',
    ],
    [
      'a free text that may be null',
      { note: 'x'.repeat(SENT_LIMITS.freeText) },
      { note: 'x'.repeat(SENT_LIMITS.freeText + 1) },
      '/note',
    ],
    ['a person', { by: 'person:x' }, { by: `person:${'x'.repeat(SENT_LIMITS.id)}` }, '/by'],
    [
      'an id inside a list',
      { parts: [{ id: 'x' }] },
      { parts: [{ id: 'x'.repeat(SENT_LIMITS.id + 1) }] },
      '/parts/0/id',
    ],
  ])('has a longest %s', (_, lawful, tooLong, pointer) => {
    expect(check({ ...fitting, ...lawful })).toEqual([]);
    expect(check({ ...fitting, ...tooLong })).toContainEqual(
      expect.objectContaining({ pointer, code: 'schema.maxLength' }),
    );
  });

  it('has a longest list', () => {
    const parts = Array.from({ length: SENT_LIMITS.list + 1 }, (_entry, n) => ({ id: String(n) }));
    expect(check({ ...fitting, parts: parts.slice(1) })).toEqual([]);
    expect(check({ ...fitting, parts })).toEqual([
      expect.objectContaining({ pointer: '/parts', code: 'schema.maxItems' }),
    ]);
  });

  it('leaves the schema of the stored fact as it was', () => {
    expect(schemaCheck(schema)({ ...fitting, title: 'x'.repeat(SENT_LIMITS.text + 1) })).toEqual([]);
  });
});

type Node = Readonly<Record<string, unknown>>;

const unbounded = (value: unknown, place: string): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Node;
  const isOpen = !['enum', 'const', 'format', 'maxLength'].some((key) => key in node);
  const own =
    (node['type'] === 'string' && isOpen) || (node['type'] === 'array' && !('maxItems' in node))
      ? [place]
      : [];
  return [...own, ...Object.entries(node).flatMap(([key, inner]) => unbounded(inner, `${place}/${key}`))];
};

describe('the schemas of commands', () => {
  it.each(Object.entries({ ...commandSchemas, ...registerCommandSchemas }))(
    '%s bounds every text and every list',
    (name, sent) => {
      expect(unbounded(sent, name)).toEqual([]);
    },
  );

  it('show an open text and an open list as such, or the walk above could not fail', () => {
    expect(unbounded(schema, '')).toEqual(
      expect.arrayContaining(['/properties/id', '/properties/title', '/properties/parts']),
    );
  });
});
