/** What generated clients of other languages cannot use is in no place of the document. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { JsonObject, JsonValue } from '@duban/kernel';
import { isObject, listOf } from './schema-keywords.ts';

const text = readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8');
const document = JSON.parse(text) as JsonObject;

type Place = { readonly at: string; readonly node: JsonObject };

const placesIn = (value: JsonValue | undefined, at: string): readonly Place[] => {
  if (Array.isArray(value))
    return value.flatMap((each: JsonValue, index) => placesIn(each, `${at}/${String(index)}`));
  if (!isObject(value)) return [];
  return [
    { at, node: value },
    ...Object.entries(value).flatMap(([key, each]) => placesIn(each, `${at}/${key}`)),
  ];
};

const places = placesIn(document, '');
const where = (test: (node: JsonObject, at: string) => boolean): readonly string[] =>
  places.filter(({ node, at }) => test(node, at)).map(({ at }) => at);
const isNamed = (at: string): boolean => /^\/components\/schemas\/[^/]+$/.test(at);
const isSchema = (node: JsonObject, type: string): boolean =>
  listOf(node['type']).includes(type) &&
  ('properties' in node || 'additionalProperties' in node || !('in' in node));

describe('the OpenAPI document', () => {
  it('closes every object, or says who fills it', () => {
    const objects = places.filter(({ node }) => isSchema(node, 'object'));
    const open = objects.filter(({ node }) => {
      const { additionalProperties: more, description } = node;
      return !(more === false || isObject(more) || (more === true && typeof description === 'string'));
    });
    expect(objects.length).toBeGreaterThan(200);
    expect(open.map(({ at }) => at)).toEqual([]);
  });

  it('gives every object with fields and every vocabulary a name of its own', () => {
    expect(where((node, at) => isObject(node['properties']) && 'type' in node && !isNamed(at))).toEqual([]);
    expect(where((node, at) => Array.isArray(node['enum']) && !isNamed(at))).toEqual([]);
  });

  it('says null as a type, and narrows nothing by allOf', () => {
    expect(
      where((node) => listOf(node['anyOf']).some((each) => isObject(each) && each['type'] === 'null')),
    ).toEqual([]);
    expect(where((node) => 'allOf' in node || 'oneOf' in node || 'nullable' in node)).toEqual([]);
  });

  it('answers JSON with a named schema only', () => {
    const contents = places.filter(({ at }) =>
      /\/responses\/[^/]+\/content\/\w+\/(?:[^/]+\+)?json$/.test(at),
    );
    expect(contents.length).toBeGreaterThan(100);
    const unnamed = contents.filter(({ node: { schema } }) => !isObject(schema) || !('$ref' in schema));
    expect(unnamed.map(({ at }) => at)).toEqual([]);
  });

  it('has no name that nobody uses', () => {
    const names = places.filter(({ at }) => isNamed(at)).map(({ at }) => at);
    expect(names.filter((name) => !text.includes(`"#${name}"`))).toEqual([]);
  });
});
