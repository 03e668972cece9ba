import { fileFault, FileRefused } from '../../sheet/file-refused.ts';

const END = 0x0605_4b50;
const CENTRAL = 0x0201_4b50;
const END_BYTES = 22;
const COMMENT_BYTES = 65_535;
const ENCRYPTED = 1;
/** Sizes that stand in an extra field of their own (APPNOTE.TXT 4.5.3); no file that we take needs them. */
const ELSEWHERE = 0xffff_ffff;

/** One entry by the central directory, which alone counts: headers beside the data may leave sizes out. */
export type Entry = {
  /** With `/` between folders and in lower case: part names know no case (ECMA-376 part 2, 6.2.2.3). */
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly at: number;
};

export const suspicious = (found: string): FileRefused =>
  new FileRefused([fileFault('file.archive-suspicious', { found })]);
export const damaged = (found: string, cause?: unknown): FileRefused =>
  new FileRefused([fileFault('file.damaged', { found })], { cause });

const endOf = (bytes: Buffer): number => {
  const first = Math.max(0, bytes.length - END_BYTES - COMMENT_BYTES);
  for (let at = bytes.length - END_BYTES; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  throw damaged('zip');
};

const nameAt = (bytes: Buffer, at: number): string =>
  bytes
    .toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28))
    .replaceAll('\\', '/')
    .toLowerCase();

const entryAt = (bytes: Buffer, at: number): Entry => {
  if (bytes.readUInt32LE(at) !== CENTRAL) throw damaged('zip directory');
  if ((bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0) throw new FileRefused([fileFault('file.encrypted')]);
  const entry: Entry = {
    name: nameAt(bytes, at),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packed: bytes.readUInt32LE(at + 20),
    at: bytes.readUInt32LE(at + 42),
  };
  if (entry.packed === ELSEWHERE || entry.at === ELSEWHERE) throw damaged('zip64');
  return entry;
};

/**
 * What an archive holds.
 * @throws FileRefused `file.archive-suspicious` beyond so many entries, `file.encrypted`, `file.damaged`
 */
export const entriesOf = (bytes: Buffer, most: number): readonly Entry[] => {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > most) throw suspicious(`${count} entries > ${most}`);
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    const entry = entryAt(bytes, at);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    return entry;
  });
};
