import { Type } from '@sinclair/typebox';
import { answer, anyObject, enumeration, instant, list, text } from './parts.ts';

export const OCEL_VALUE_TYPES = ['string', 'time', 'integer', 'float', 'boolean'] as const;

const declared = answer('OcelDeclaration', {
  name: text(),
  attributes: list(
    answer('OcelAttribute', {
      name: text(),
      type: enumeration('OcelValueType', OCEL_VALUE_TYPES),
    }),
  ),
});
const value = Type.Unsafe<string | number>({ type: ['string', 'number'] });
const relationships = list(answer('OcelRelationship', { objectId: text(), qualifier: text() }));

export const ocelLog = answer(
  'OcelLog',
  {
    objectTypes: list(declared),
    eventTypes: list(declared),
    objects: list(
      answer('OcelObject', {
        id: text(),
        type: text(),
        attributes: list(answer('OcelObjectValue', { name: text(), time: instant(), value })),
        relationships,
      }),
    ),
    events: list(
      answer('OcelEvent', {
        id: text(),
        type: text(),
        time: instant(),
        attributes: list(answer('OcelEventValue', { name: text(), value })),
        relationships,
      }),
    ),
  },
  'OCEL 2.0 (arXiv 2403.01975)',
);

export const publicSchema = anyObject('A JSON Schema 2020-12 of the data of one public event');
