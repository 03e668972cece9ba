import { describe, expect, it } from '@jest/globals';
import { Type } from '@sinclair/typebox';
import { closed, id, listOf, oneOf, orNull, text } from '@duban/domain/schema';
import { sentAs } from './null-or-absent.ts';

const part = closed({ name: text(), note: Type.Optional(text()), day: orNull(text()) });
const schema = closed({
  id: id(),
  source: orNull(part),
  parts: listOf(part),
  kind: Type.Optional(oneOf('a', 'b')),
});
describe('the schema of what is sent', () => {
  it('wants nothing that may be null, and lets be null what may be absent', () => {
    expect(sentAs(JSON.parse(JSON.stringify(schema)))).toMatchObject({
      required: ['id', 'parts'],
      properties: {
        kind: { type: ['string', 'null'], enum: ['a', 'b', null] },
        parts: { items: { required: ['name'], properties: { note: { type: ['string', 'null'] } } } },
      },
    });
  });
});
