const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END = 0x06054b50;
const END_BYTES = 22;

/** 1 January 1980, midnight: the first day that the format knows. */
const DOS_TIME = 0;
const DOS_DATE = 0x0021;

const endOf = (archive: Buffer): number => {
  for (let at = archive.length - END_BYTES; at >= 0; at -= 1) if (archive.readUInt32LE(at) === END) return at;
  return -1;
};

const stamp = (archive: Buffer, at: number): void => {
  archive.writeUInt16LE(DOS_TIME, at);
  archive.writeUInt16LE(DOS_DATE, at + 2);
};

/**
 * An archive whose entries were all made on the same day, so that the same rows give the same bytes. The library stamps entries
 * with the clock and has no option for it. Places are those of APPNOTE.TXT 4.3.7 and 4.3.12; entries are found by the
 * central directory, never by searching.
 */
export const withFixedDates = (archive: Buffer): Buffer => {
  const fixed = Buffer.from(archive);
  const end = endOf(fixed);
  const entries = end === -1 ? 0 : fixed.readUInt16LE(end + 10);
  let at = end === -1 ? 0 : fixed.readUInt32LE(end + 16);
  for (let entry = 0; entry < entries && fixed.readUInt32LE(at) === CENTRAL; entry += 1) {
    const local = fixed.readUInt32LE(at + 42);
    stamp(fixed, at + 12);
    if (fixed.readUInt32LE(local) === LOCAL) stamp(fixed, local + 10);
    at += 46 + fixed.readUInt16LE(at + 28) + fixed.readUInt16LE(at + 30) + fixed.readUInt16LE(at + 32);
  }
  return fixed;
};
