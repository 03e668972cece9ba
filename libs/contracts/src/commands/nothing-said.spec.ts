import { closed, date, freeText, id, listOf, orNull } from '@duban/domain/schema';
import { expect, it } from '@jest/globals';
import { Type } from '@sinclair/typebox';
import { sayNothingAsStored } from './nothing-said.ts';

const schema = closed({
  title: id(),
  addressee: orNull(id()),
  dueDate: Type.Optional(date()),
  source: closed({ date: orNull(date()) }),
  entries: listOf(closed({ note: Type.Optional(freeText()), by: orNull(id()) })),
});
const full = { title: 'a', addressee: null, source: { date: null }, entries: [{ by: null }] };

it.each([
  ['leaves out what may be null', { title: 'a', source: {}, entries: [{}] }],
  [
    'says null of what may be left out',
    { ...full, dueDate: null, source: { date: null }, entries: [{ note: null, by: null }] },
  ],
  ['says both as the fact does', full],
])('a sender who %s means the same', (_, sent) => {
  expect(sayNothingAsStored(schema, sent)).toEqual(full);
});

it.each([
  ['a field that nobody knows', { ...full, more: null }],
  ['null where something must be said', { ...full, title: null }],
  ['a text where a record should be', { ...full, source: 'a' }],
  ['a record where a list should be', { ...full, entries: {} }],
])('%s is left for the check', (_, sent) => {
  expect(sayNothingAsStored(schema, sent)).toEqual(sent);
});

it('something that can be said in two ways is taken the way it is said', () => {
  const ways = Type.Union([
    closed({ passed: Type.Literal(true), more: Type.Optional(freeText()) }),
    closed({ passed: Type.Literal(false), why: orNull(freeText()) }),
  ]);
  expect(sayNothingAsStored(ways, { passed: true, more: null })).toEqual({ passed: true });
  expect(sayNothingAsStored(ways, { passed: false })).toEqual({ passed: false, why: null });
  expect(sayNothingAsStored(ways, { passed: 'maybe', more: null })).toEqual({ passed: 'maybe', more: null });
});

it('does not take a name from where every object has it', () => {
  expect(sayNothingAsStored(schema, JSON.parse('{"constructor":null,"__proto__":null}'))).toHaveProperty(
    'constructor',
    null,
  );
});
