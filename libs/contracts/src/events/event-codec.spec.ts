import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@duban/kernel';
import { Type } from '@sinclair/typebox';
import { createEventCodec } from './event-codec.ts';
import type { EventEntry } from './event-entry.ts';
import { EventSchemaError } from './schema-fault.ts';

const closed = (properties: Parameters<typeof Type.Object>[0]) =>
  Type.Object(properties, { additionalProperties: false });

/** v1 had one name; v2 split it; v3 says where the family name came from. */
const renamed: EventEntry = {
  type: 'Renamed',
  category: 'test',
  latest: 3,
  schemas: [
    { version: 1, schema: closed({ name: Type.String() }) },
    { version: 2, schema: closed({ given: Type.String(), family: Type.String() }) },
    {
      version: 3,
      schema: closed({
        given: Type.String(),
        family: Type.String(),
        origin: Type.String(),
        on: Type.String({ format: 'date' }),
      }),
    },
  ],
  upcasters: [
    {
      from: 1,
      to: 2,
      upcast: ({ name, ...rest }) => {
        const [given = '', family = ''] = (name as string).split(' ');
        return { ...rest, given, family };
      },
    },
    { from: 2, to: 3, upcast: (data) => ({ ...data, origin: 'unknown', on: '1970-01-01' }) },
  ],
};

const codec = createEventCodec([renamed]);
const stored = (schemaVersion: number, data: JsonObject) => ({ type: 'Renamed', schemaVersion, data });
const newest = { given: 'Ana', family: 'Li', origin: 'unknown', on: '1970-01-01' };

describe('decode', () => {
  it('lifts the first version through every version between', () => {
    expect(codec.decode(stored(1, { name: 'Ana Li' }))).toEqual(newest);
  });

  it('lifts a version in the middle from there on', () => {
    expect(codec.decode(stored(2, { given: 'Ana', family: 'Li' }))).toEqual(newest);
  });

  it('returns the newest version as it was stored', () => {
    expect(codec.decode(stored(3, newest))).toBe(newest);
  });

  it('leaves the stored data as it was', () => {
    const data = Object.freeze({ name: 'Ana Li' });
    codec.decode(stored(1, data));
    expect(data).toEqual({ name: 'Ana Li' });
  });

  it('keeps fields that no schema knows', () => {
    expect(codec.decode(stored(1, { name: 'Ana Li', later: true }))).toEqual({ ...newest, later: true });
    expect(codec.decode(stored(3, { ...newest, later: true }))).toHaveProperty('later', true);
  });

  it.each([4, 0, -1, 1.5, Number.NaN])('stops the reader at version %s', (version) => {
    expect(() => codec.decode(stored(version, {}))).toThrow(
      expect.objectContaining({ code: 'event.version-unknown' }),
    );
  });

  it('stops the reader at a type that it does not know', () => {
    expect(() => codec.decode({ ...stored(1, {}), type: 'Forgotten' })).toThrow(
      expect.objectContaining({ code: 'event.type-unknown' }),
    );
  });
});

const refusal = (data: object): unknown => {
  try {
    codec.encode({ type: 'Renamed', data });
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('encode', () => {
  it('writes the newest version', () => {
    expect(codec.encode({ type: 'Renamed', data: newest })).toEqual({ schemaVersion: 3, data: newest });
  });

  it('refuses a field that the schema does not know, naming it', () => {
    const error = refusal({ ...newest, 'odd/name': 1 });
    expect(error).toBeInstanceOf(EventSchemaError);
    expect(error).toMatchObject({
      code: 'event.schema',
      errors: [{ pointer: '/odd~1name', code: 'schema.additionalProperties' }],
    });
  });

  it('names every fault at once', () => {
    const { on: _, ...withoutDate } = newest;
    expect(refusal({ ...withoutDate, given: 1 })).toMatchObject({
      errors: [
        { pointer: '/on', code: 'schema.required' },
        { pointer: '/given', code: 'schema.type' },
      ],
    });
  });

  it('refuses a day that no calendar has', () => {
    expect(refusal({ ...newest, on: '2026-02-29' })).toMatchObject({
      errors: [{ pointer: '/on', code: 'schema.format' }],
    });
  });

  it('never repeats a value in its message', () => {
    expect(String(refusal({ ...newest, on: '张三' }))).not.toContain('张三');
  });

  it('refuses a type that it does not know', () => {
    expect(() => codec.encode({ type: 'Forgotten', data: {} })).toThrow(
      expect.objectContaining({ code: 'event.type-unknown' }),
    );
  });

  it('refuses the data of an earlier version', () => {
    expect(refusal({ name: 'Ana Li' })).toMatchObject({ code: 'event.schema' });
  });
});

it('does not start with a registry that has a gap', () => {
  expect(() => createEventCodec([{ ...renamed, upcasters: [] }])).toThrow(
    expect.objectContaining({ code: 'registry.gap' }),
  );
});
