const END_MARK = 0x06_05_4b_50;
const ENTRY_MARK = 0x02_01_4b_50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;

const endIn = (tail: Buffer): number => {
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === END_MARK && at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length)
      return at;
  }
  return -1;
};

/**
 * Names of the entries of a ZIP archive, from its last bytes (APPNOTE 4.3.12, 4.3.16). Nothing is unpacked. Null where there is no
 * directory, or it is longer than what is given.
 */
export const zipNames = (tail: Buffer): readonly string[] | null => {
  const end = endIn(tail);
  if (end < 0) return null;
  let at = end - tail.readUInt32LE(end + 12);
  const names: string[] = [];
  if (at < 0) return null;
  while (at + ENTRY_BYTES <= end && tail.readUInt32LE(at) === ENTRY_MARK) {
    const [name, extra, note] = [28, 30, 32].map((offset) => tail.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    names.push(tail.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + name).toString('utf8'));
    at += ENTRY_BYTES + name + extra + note;
  }
  return at === end ? names : null;
};
