import { inflateRawSync } from 'node:zlib';
import { fileFault, FileRefused } from '../sheet/file-refused.ts';

export type ArchiveLimits = {
  readonly entries: number;
  /** Of all entries together, inflated. */
  readonly expandedBytes: number;
};

const ARCHIVE_LIMITS: ArchiveLimits = { entries: 2_000, expandedBytes: 268_435_456 };

const END = 0x0605_4b50;
const CENTRAL = 0x0201_4b50;
const LOCAL = 0x0403_4b50;
const END_BYTES = 22;
const COMMENT_BYTES = 65_535;
const STORED = 0;
const DEFLATED = 8;

/** A directory that points outside the file. */
const OUTSIDE = ['ERR_OUT_OF_RANGE', 'ERR_BUFFER_OUT_OF_BOUNDS'];

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

type Entry = { readonly method: number; readonly packed: number; readonly at: number };

const suspicious = (found: string): FileRefused =>
  new FileRefused([fileFault('file.archive-suspicious', { found })]);
const damaged = (found: string, cause?: unknown): FileRefused =>
  new FileRefused([fileFault('file.damaged', { found })], { cause });

const endOf = (bytes: Buffer): number => {
  const first = Math.max(0, bytes.length - END_BYTES - COMMENT_BYTES);
  for (let at = bytes.length - END_BYTES; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  throw damaged('zip');
};

const entriesOf = (bytes: Buffer, limits: ArchiveLimits): readonly Entry[] => {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.entries) throw suspicious(`${count} entries > ${limits.entries}`);
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    if (bytes.readUInt32LE(at) !== CENTRAL) throw damaged('zip directory');
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw damaged('encrypted');
    const entry: Entry = {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    };
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    return entry;
  });
};

const packedBytes = (bytes: Buffer, { at, packed }: Entry): Buffer => {
  if (bytes.readUInt32LE(at) !== LOCAL) throw damaged('zip entry');
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  return bytes.subarray(start, start + packed);
};

/** Inflated for good, and thrown away: sizes that an archive claims of itself are no measure. */
const expandedSize = (bytes: Buffer, entry: Entry, left: number): number => {
  const packed = packedBytes(bytes, entry);
  if (entry.method === STORED) return packed.length;
  if (entry.method !== DEFLATED) throw damaged(`zip method ${entry.method}`);
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(left, 1) }).length;
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') throw suspicious('expansion');
    throw damaged('zip data', error);
  }
};

const checked = (bytes: Buffer, limits: ArchiveLimits): void => {
  let left = limits.expandedBytes;
  for (const entry of entriesOf(bytes, limits)) {
    left -= expandedSize(bytes, entry, left);
    if (left < 0) throw suspicious('expansion');
  }
};

/**
 * Before anything parses a workbook: how many entries, and how much they expand to in truth (zip bomb).
 * @throws FileRefused `file.archive-suspicious`, `file.damaged`
 */
export const checkArchive = (bytes: Buffer, limits: ArchiveLimits = ARCHIVE_LIMITS): void => {
  try {
    checked(bytes, limits);
  } catch (error) {
    throw OUTSIDE.includes(codeOf(error)) ? damaged('zip', error) : error;
  }
};
