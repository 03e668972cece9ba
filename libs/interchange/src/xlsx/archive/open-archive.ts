import { crc32, inflateRawSync } from 'node:zlib';
import { damaged, entriesOf, suspicious, type Entry } from './directory.ts';

export type ArchiveLimits = {
  readonly entries: number;
  /** Of all entries together, inflated. */
  readonly expandedBytes: number;
};

const ARCHIVE_LIMITS: ArchiveLimits = { entries: 2_000, expandedBytes: 268_435_456 };

const LOCAL = 0x0403_4b50;
const STORED = 0;
const DEFLATED = 8;

/** A directory that points outside the file. */
const OUTSIDE = ['ERR_OUT_OF_RANGE', 'ERR_BUFFER_OUT_OF_BOUNDS'];

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** An archive within its limits; a part that is not there is null. Names in lower case, folders parted by `/`. */
export type Archive = { readonly part: (name: string) => Buffer | null };

const packedBytes = (bytes: Buffer, { at, packed }: Entry): Buffer => {
  if (bytes.readUInt32LE(at) !== LOCAL) throw damaged('zip entry');
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  return bytes.subarray(start, start + packed);
};

const inflated = (packed: Buffer, method: number, left: number): Buffer => {
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw damaged(`zip method ${method}`);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(left, 1) });
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') throw suspicious('expansion');
    throw damaged('zip data', error);
  }
};

const contentOf = (bytes: Buffer, entry: Entry, left: number): Buffer => {
  const content = inflated(packedBytes(bytes, entry), entry.method, left);
  if (crc32(content) !== entry.crc) throw damaged(entry.name);
  return content;
};

/** Every entry is inflated once and thrown away: sizes that an archive claims of itself are no measure. */
const checked = (bytes: Buffer, limits: ArchiveLimits): ReadonlyMap<string, Entry> => {
  const byName = new Map<string, Entry>();
  let left = limits.expandedBytes;
  for (const entry of entriesOf(bytes, limits.entries)) {
    left -= contentOf(bytes, entry, left).length;
    if (left < 0) throw suspicious('expansion');
    // Of two parts with one name every reader might take another.
    if (byName.has(entry.name)) throw damaged(`${entry.name} × 2`);
    byName.set(entry.name, entry);
  }
  return byName;
};

/**
 * Before anything parses a workbook: how many entries, how much they expand to in truth (zip bomb), and whether they are whole.
 * @throws FileRefused `file.archive-suspicious`, `file.encrypted`, `file.damaged`
 */
export const openArchive = (bytes: Buffer, limits: ArchiveLimits = ARCHIVE_LIMITS): Archive => {
  try {
    const entries = checked(bytes, limits);
    return {
      part: (name) => {
        const entry = entries.get(name.toLowerCase());
        return entry === undefined ? null : contentOf(bytes, entry, limits.expandedBytes);
      },
    };
  } catch (error) {
    throw OUTSIDE.includes(codeOf(error)) ? damaged('zip', error) : error;
  }
};
