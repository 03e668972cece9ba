import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatTilePath, parseTilePath, type Tile } from './tile-path.ts';

const indexes = fc.integer({ min: 0, max: 2 ** 40 });
const widths = fc.integer({ min: 1, max: 256 });
const tiles: fc.Arbitrary<Tile> = fc.oneof(
  fc.record({ kind: fc.constant('entries' as const), index: indexes, width: widths }),
  fc.record({
    kind: fc.constant('hashes' as const),
    level: fc.integer({ min: 0, max: 5 }),
    index: indexes,
    width: widths,
  }),
);

describe('tile coordinates', () => {
  it('are written in groups of three digits', () => {
    expect(formatTilePath({ kind: 'hashes', level: 0, index: 1234067, width: 256 })).toBe(
      'tile/0/x001/x234/067',
    );
    expect(formatTilePath({ kind: 'entries', index: 5, width: 17 })).toBe('tile/entries/005.p/17');
  });

  it('come back as they were written', () => {
    fc.assert(
      fc.property(tiles, (tile) => {
        expect(parseTilePath(formatTilePath(tile))).toEqual(tile);
      }),
    );
  });

  it.each([
    'tile/0/5',
    'tile/0/x000/005',
    'tile/0/005.p/0',
    'tile/0/005.p/256',
    'tile/0/005.p/017',
    'tile/6/005',
    'tile/-1/005',
    'tile/0/../005',
    'tile/0/005/',
    'tile/0/x999/x999/x999/x999/x999/x999/999',
  ])('refuse %s', (path) => {
    expect(parseTilePath(path)).toBeNull();
  });
});
