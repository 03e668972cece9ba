import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { eventEntries } from '../events/event-registry.ts';
import { publicName } from './public-name.ts';
import { publicSchemas } from './public-schema.ts';

const ajv = new Ajv2020({ strict: false, validateFormats: false });

describe('public names', () => {
  it.each([
    ['case', 'ItemAssigned', 1, 'duban.case.item-assigned.v1'],
    ['case', 'CoOpinionMissed', 2, 'duban.case.co-opinion-missed.v2'],
    ['organ', 'OrganRenamed', 1, 'duban.organ.organ-renamed.v1'],
  ] as const)('calls %s %s version %s %s', (category, type, version, name) => {
    expect(publicName(category, type, version)).toBe(name);
  });

  it('gives no name twice', () => {
    const names = eventEntries.map(({ category, type, latest }) => publicName(category, type, latest));
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('public schemas', () => {
  const documents = publicSchemas();

  it('has one document for every type and version, and for the markers of two kinds of streams', () => {
    expect(documents.size).toBe(eventEntries.reduce((count, { schemas }) => count + schemas.length, 2));
  });

  it.each([...documents])('%s is a JSON Schema that says where it lives', (path, document) => {
    expect(ajv.validateSchema(document)).toBe(true);
    expect(document).toMatchObject({ $id: path, additionalProperties: false, type: 'object' });
    expect(document['title']).toBe(path.slice('/schemas/'.length, -'.json'.length));
  });
});
