import { OCEL_VALUE_TYPES } from '@duban/contracts';
import { Type } from '@sinclair/typebox';

const closed = { additionalProperties: false };
const name = Type.String({ minLength: 1 });
const time = Type.String({
  // RFC 3339 with an offset: a stamp without one would be read as somebody's local time (C63).
  pattern: String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$`,
});
const value = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);

const declared = Type.Array(
  Type.Object(
    {
      name,
      type: Type.Unsafe<string>({ type: 'string', enum: [...OCEL_VALUE_TYPES] }),
    },
    closed,
  ),
);
const types = Type.Array(Type.Object({ name, attributes: declared }, closed));
const relationships = Type.Array(Type.Object({ objectId: name, qualifier: Type.String() }, closed));

/**
 * A JSON Schema (2020-12) of OCEL 2.0 in JSON, written from the specification's text (arXiv 2403.01975, sections 4 and 5 and the
 * JSON example; CC BY 4.0), not copied from the published one, which refuses the documentation's own example: there, every
 * value must be a string. What no schema can say is in `ocelFaults`.
 */
export const ocelSchema = Type.Object(
  {
    objectTypes: types,
    eventTypes: types,
    objects: Type.Array(
      Type.Object(
        {
          id: name,
          type: name,
          attributes: Type.Optional(Type.Array(Type.Object({ name, time, value }, closed))),
          relationships: Type.Optional(relationships),
        },
        closed,
      ),
    ),
    events: Type.Array(
      Type.Object(
        {
          id: name,
          type: name,
          time,
          attributes: Type.Optional(Type.Array(Type.Object({ name, value }, closed))),
          relationships: Type.Optional(relationships),
        },
        closed,
      ),
    ),
  },
  { ...closed, $id: 'duban:ocel-2.0', $schema: 'https://json-schema.org/draft/2020-12/schema' },
);
