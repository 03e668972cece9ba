/** Writes GB18030 by turning round what `TextDecoder` reads; for tests only. */
const decoder = new TextDecoder('gb18030');

const fourBytes = (linear: number): readonly number[] => [
  0x81 + Math.floor(linear / 12_600),
  0x30 + (Math.floor(linear / 1_260) % 10),
  0x81 + (Math.floor(linear / 10) % 126),
  0x30 + (linear % 10),
];

const tableOf = (sequences: Iterable<readonly number[]>): ReadonlyMap<string, readonly number[]> => {
  const table = new Map<string, readonly number[]>();
  for (const bytes of sequences) {
    const text = decoder.decode(new Uint8Array(bytes));
    if (Array.from(text).length === 1 && text !== '\uFFFD' && !table.has(text)) table.set(text, bytes);
  }
  return table;
};

function* shortSequences(): Generator<readonly number[]> {
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) yield [lead, trail];
  }
  for (let linear = 0; linear < 39_420; linear += 1) yield fourBytes(linear);
}

/** Where the supplementary planes begin in the four-byte range. */
const SUPPLEMENTARY = 189_000;

export const encodeGb18030 = (text: string): Buffer => {
  const table = tableOf(shortSequences());
  const bytes = Array.from(text).flatMap((character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) return [code];
    if (code > 0xffff) return fourBytes(SUPPLEMENTARY + code - 0x10000);
    const known = table.get(character);
    if (known === undefined) throw new RangeError(`no GB18030 for U+${code.toString(16)}`);
    return known;
  });
  return Buffer.from(bytes);
};
