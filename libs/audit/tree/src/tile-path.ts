import { isTreeSize } from './tree-node.ts';

/** C2SP tlog-tiles: 256 hashes, eight tree levels, make one tile. */
export const TILE_WIDTH = 256;
export const TILE_HEIGHT = 8;
const MAX_TILE_LEVEL = 5;

/** `width` below 256 names a partial tile: its first `width` hashes or entries. */
export type Tile =
  | { readonly kind: 'hashes'; readonly level: number; readonly index: number; readonly width: number }
  | { readonly kind: 'entries'; readonly index: number; readonly width: number };

/** 1234067 is written `x001/x234/067`. */
const formatTileIndex = (index: number): string => {
  const groups: string[] = [];
  let rest = index;
  do {
    groups.unshift(String(rest % 1000).padStart(3, '0'));
    rest = Math.floor(rest / 1000);
  } while (rest > 0);
  return groups.map((group, place) => (place < groups.length - 1 ? `x${group}` : group)).join('/');
};

export const formatTilePath = (tile: Tile): string => {
  const folder = tile.kind === 'hashes' ? String(tile.level) : 'entries';
  const part = tile.width === TILE_WIDTH ? '' : `.p/${String(tile.width)}`;
  return `tile/${folder}/${formatTileIndex(tile.index)}${part}`;
};

const SHAPE = /^tile\/(entries|\d)\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/;

/** Answers `null` for anything but the one spelling of a tile that can exist. */
export const parseTilePath = (path: string): Tile | null => {
  const match = SHAPE.exec(path);
  if (match === null) return null;
  const [, folder = '', digits = '', part] = match;
  const index = Number(digits.replaceAll(/[x/]/g, ''));
  const width = part === undefined ? TILE_WIDTH : Number(part);
  const level = Number(folder);
  if (!isTreeSize(index) || width < 1 || width > TILE_WIDTH || level > MAX_TILE_LEVEL) return null;
  const tile: Tile =
    folder === 'entries' ? { kind: 'entries', index, width } : { kind: 'hashes', level, index, width };
  return formatTilePath(tile) === path ? tile : null;
};
