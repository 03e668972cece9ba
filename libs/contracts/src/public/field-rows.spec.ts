import { expect, it } from '@jest/globals';
import { Type } from '@sinclair/typebox';
import {
  closed,
  dueDate,
  evidence,
  freeText,
  id,
  listOf,
  oneOf,
  orNull,
  person,
  whole,
} from '@duban/domain/schema';
import { fieldRows, namedShapes } from './field-rows.ts';

const schema = closed({
  id: id(),
  kind: oneOf('a', 'b'),
  who: orNull(person()),
  notes: listOf(freeText()),
  n: Type.Optional(whole(1)),
  parts: listOf(closed({ on: Type.String({ format: 'date' }), round: Type.Literal(1) })),
  other: Type.Record(Type.String(), Type.Boolean()),
  due: orNull(dueDate()),
  evidence: evidence(),
});

it('says of every field what it holds, inner fields under their path', () => {
  expect(fieldRows(schema).map(({ path, kind }) => `${path}: ${kind}`)).toEqual([
    'id: text',
    'kind: `a` `b`',
    'who: person or null',
    'notes: list of free text',
    'n: whole number ≥ 1, may be absent',
    'parts: list of object',
    'parts[].on: date',
    'parts[].round: `1`',
    'other: dictionary of boolean',
    'due: [DueDate](#duedate) or null',
    'evidence: list of [Evidence](#evidence)',
  ]);
});

it('finds the named shapes at any depth', () => {
  expect(namedShapes(schema).map(({ title }) => title)).toEqual([
    'DueDate',
    'LegalPeriod',
    'DueDateStep',
    'Evidence',
  ]);
});
