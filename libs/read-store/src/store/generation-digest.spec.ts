import { describe, expect, it } from '@jest/globals';
import type { Projection, TableSpec } from '@duban/projections';
import { allProjections } from '@duban/projections';
import { generationDigest } from './generation-digest.ts';

const table: TableSpec = {
  name: 'things',
  kind: 'keyed',
  key: ['thing'],
  columns: { thing: 'integer', title: 'text' },
  indexes: [['title']],
};

const digestOf = (changed: Partial<TableSpec> = {}, version = 1): string => {
  const projection: Projection = {
    name: 'things',
    version,
    tables: [{ ...table, ...changed }],
    project: () => [],
  };
  return generationDigest([projection]);
};

const columnsOf = (columns: TableSpec['columns']): string => digestOf({ columns });

describe('the digest of a generation', () => {
  it('is another one where a column came, went, was renamed, or has another type', () => {
    const digests = [
      digestOf(),
      columnsOf({ thing: 'integer', title: 'text', level: 'integer' }),
      columnsOf({ thing: 'integer' }),
      columnsOf({ thing: 'integer', heading: 'text' }),
      columnsOf({ thing: 'integer', title: 'integer' }),
    ];
    expect(new Set(digests).size).toBe(digests.length);
  });

  it('is another one where kind, key, indexes, search or meaning changed', () => {
    const digests = [
      digestOf(),
      digestOf({ kind: 'versioned' }),
      digestOf({ key: ['thing', 'title'] }),
      digestOf({ indexes: [] }),
      digestOf({ search: true }),
      digestOf({}, 2),
    ];
    expect(new Set(digests).size).toBe(digests.length);
  });

  it('is the same in whatever order columns and projections are said', () => {
    expect(columnsOf({ title: 'text', thing: 'integer' })).toBe(digestOf());
    expect(generationDigest([...allProjections].reverse())).toBe(generationDigest(allProjections));
  });
});
