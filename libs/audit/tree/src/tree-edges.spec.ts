import { hash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { compactRange } from './compact-range.ts';
import { consistencyFault } from './consistency-check.ts';
import { cosignatureMessage, decodeTimestampedSignature, encodeTimestampedSignature } from './cosignature.ts';
import { inclusionFault } from './inclusion-check.ts';
import {
  COSIGNATURE_TYPE,
  ED25519_TYPE,
  formatVerifierKey,
  noteKey,
  parseVerifierKey,
  SM2_TYPE,
} from './note-key.ts';
import { openNote } from './note-verifier.ts';
import { foldPlan, planConsistency, planInclusion } from './proof-plan.ts';
import { formatProofText, parseProofText } from './proof-text.ts';
import { formatNote, isKeyName, MAX_NOTE_SIGNATURES, parseNote } from './signed-note.ts';
import { formatTilePath, parseTilePath } from './tile-path.ts';
import { TreeError } from './tree-error.ts';
import { sameBytes, treeHasher } from './tree-hasher.ts';
import { isTreeSize, perfectNodes } from './tree-node.ts';

const sha256 = (input: Uint8Array): Uint8Array => hash('sha256', input, 'buffer');
const hasher = treeHasher(sha256);
const [a, b, c] = ['a', 'b', 'c'].map((text) => hasher.hashLeaf(Buffer.from(text))) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const errorOf = (work: () => unknown): TreeError => {
  try {
    work();
  } catch (error) {
    if (error instanceof TreeError) return error;
    throw error;
  }
  throw new RangeError('nothing was refused');
};

describe('a refusal', () => {
  it('has a name, a code and says what was wrong with the input', () => {
    const error = errorOf(() => compactRange(hasher, { size: 3, edge: [a] }));
    expect([error.name, error.code, error.message]).toEqual([
      'TreeError',
      'tree.bad-edge',
      'tree.bad-edge: 1 hashes do not make a tree of 3 leaves',
    ]);
  });

  it.each<[string, () => unknown, RegExp]>([
    ['a range', () => perfectNodes({ start: 3, end: 1 }), /^tree\.bad-range: 3\.\.1$/],
    [
      'a range that begins in the middle',
      () => perfectNodes({ start: 1, end: 3 }),
      /^tree\.bad-range: 1 is not a start of 2$/,
    ],
    ['a leaf', () => planInclusion(5, 4), /^tree\.bad-index: leaf 5 of 4$/],
    ['a pair of sizes', () => planConsistency(5, 4), /^tree\.bad-size: from 5 to 4$/],
    [
      'a lack of hashes',
      () => foldPlan(planInclusion(0, 2), [], hasher),
      /^tree\.missing-node: 0 hashes for 1 nodes$/,
    ],
    ['a checkpoint', () => parseCheckpoint(`x${'y'.repeat(999)}`), /^checkpoint\.malformed: "xy{199}"$/],
    [
      'a cosignature',
      () => decodeTimestampedSignature(new Uint8Array(3)),
      /^cosignature\.malformed: 3 bytes in place of 72$/,
    ],
    [
      'a time',
      () => decodeTimestampedSignature(new Uint8Array(72).fill(255)),
      /^cosignature\.malformed: .*out of range$/,
    ],
    [
      'a key name',
      () => noteKey({ name: 'a b', type: ED25519_TYPE, publicKey: a }, sha256),
      /^note\.bad-key-name: "a b"$/,
    ],
    ['a key', () => parseVerifierKey('x', sha256), /^note\.bad-verifier-key: "x"$/],
    [
      'a key id',
      () => parseVerifierKey('log+00000000+AQ==', sha256),
      /^note\.bad-verifier-key: the id 00000000 is not that of log$/,
    ],
    ['a note without signatures', () => parseNote('text\n'), /^note\.malformed: no empty line/],
    [
      'a note with control characters',
      () => parseNote('te\u0001xt\n'),
      /^note\.malformed: control character/,
    ],
    ['a note that breaks off', () => parseNote('text\n\n— x'), /^note\.malformed: .*end in a newline$/],
    ['a signature line', () => parseNote('text\n\nx\n'), /^note\.malformed: signature line "x"$/],
    [
      'too many signatures',
      () => parseNote(`text\n\n${'x\n'.repeat(65)}`),
      /^note\.malformed: more than 64 signatures$/,
    ],
    [
      'a note that nobody known signed',
      () => openNote('text\n\n— log AAAAAAA=\n', []),
      /^note\.unverified: .*known key$/,
    ],
    ['a proof of another version', () => parseProofText('x\n\ny'), /^proof-text\.malformed: .*version 1$/],
    [
      'an extra',
      () => parseProofText('c2sp.org/tlog-proof@v1\nextra !\nindex 1\n\ny'),
      /^proof-text\.malformed: the extra line/,
    ],
    [
      'an index',
      () => parseProofText('c2sp.org/tlog-proof@v1\nindex x\n\ny'),
      /^proof-text\.malformed: the index line/,
    ],
    [
      'a hash',
      () => parseProofText('c2sp.org/tlog-proof@v1\nindex 1\nAA==\n\ny'),
      /^proof-text\.malformed: "AA==" is no hash$/,
    ],
  ])('of %s says what it was', (_what, work, message) => {
    expect(errorOf(work).message).toMatch(message);
  });

  it('of a signature names the key that did not make it', () => {
    const verifier = { name: 'log', keyId: '00000000', verify: () => false };
    expect(errorOf(() => openNote('text\n\n— log AAAAAAA=\n', [verifier])).message).toBe(
      'note.bad-signature: log (00000000)',
    );
  });
});

describe('the hash of a tree', () => {
  it('is that of RFC 9162, prefix by prefix', () => {
    expect(hex(hasher.emptyRoot)).toBe(hash('sha256', ''));
    expect(hex(hasher.hashLeaf(Buffer.from('a')))).toBe(hash('sha256', '\u0000a'));
    expect(hex(hasher.hashNode(a, b))).toBe(hash('sha256', Buffer.concat([Uint8Array.of(1), a, b])));
    expect(hasher.hashBytes).toBe(32);
  });

  it('is the same in all its bytes, or another', () => {
    expect(sameBytes(a, Uint8Array.from(a))).toBe(true);
    expect(sameBytes(a, a.subarray(0, 31))).toBe(false);
    expect(sameBytes(a.subarray(0, 31), a)).toBe(false);
    expect(sameBytes(a, a.with(31, (a[31] ?? 0) ^ 1))).toBe(false);
  });

  it('tells of every node that becomes final, children first', () => {
    const told: string[] = [];
    const range = compactRange(hasher, {
      onNode: ({ level, index }, of) => told.push(`${level}/${index} ${hex(of)}`),
    });
    [a, b, c].forEach(range.append);
    expect(told).toEqual([
      `0/0 ${hex(a)}`,
      `0/1 ${hex(b)}`,
      `1/0 ${hex(hasher.hashNode(a, b))}`,
      `0/2 ${hex(c)}`,
    ]);
    expect(range.size()).toBe(3);
  });

  it('does not touch the edge it was given', () => {
    const edge = [a];
    compactRange(hasher, { size: 1, edge }).append(b);
    expect(edge).toEqual([a]);
  });
});

describe('sizes', () => {
  it('are whole numbers that JavaScript can hold', () => {
    expect([0, 1, Number.MAX_SAFE_INTEGER].map(isTreeSize)).toEqual([true, true, true]);
    expect([-1, 0.5, 2 ** 53, Number.NaN, Infinity].map(isTreeSize)).toEqual(Array(5).fill(false));
  });

  it.each([-1, 0.5, 2 ** 53])('are not %d, at either end', (wrong) => {
    expect(() => perfectNodes({ start: wrong, end: 4 })).toThrow('tree.bad-range');
    expect(() => perfectNodes({ start: 0, end: wrong })).toThrow('tree.bad-range');
    expect(() => planInclusion(wrong, 4)).toThrow('tree.bad-index');
    expect(() => planInclusion(0, wrong)).toThrow('tree.bad-index');
    expect(() => planConsistency(wrong, 4)).toThrow('tree.bad-size');
    expect(() => planConsistency(0, wrong)).toThrow('tree.bad-size');
    const claim = { index: 0, size: 2, leafHash: a, root: hasher.hashNode(a, b), proof: [b] };
    expect(inclusionFault({ ...claim, index: wrong }, hasher)).toBe('proof.not-a-size');
    expect(inclusionFault({ ...claim, size: wrong }, hasher)).toBe('proof.not-a-size');
    const step = { from: 1, to: 2, fromRoot: a, toRoot: hasher.hashNode(a, b), proof: [b] };
    expect(consistencyFault({ ...step, from: wrong }, hasher)).toBe('proof.not-a-size');
    expect(consistencyFault({ ...step, to: wrong }, hasher)).toBe('proof.not-a-size');
  });

  it('of nothing are a range of nothing', () => {
    expect(perfectNodes({ start: 4, end: 4 })).toEqual([]);
    expect(planConsistency(0, 0)).toEqual([]);
  });
});

describe('a proof of few leaves', () => {
  const claim = { index: 0, size: 2, leafHash: a, root: hasher.hashNode(a, b), proof: [b] };
  const step = { from: 1, to: 2, fromRoot: a, toRoot: hasher.hashNode(a, b), proof: [b] };

  it('holds', () => {
    expect([inclusionFault(claim, hasher), consistencyFault(step, hasher)]).toEqual([null, null]);
    expect(inclusionFault({ index: 0, size: 1, leafHash: a, root: a, proof: [] }, hasher)).toBeNull();
    expect(consistencyFault({ from: 1, to: 1, fromRoot: a, toRoot: a, proof: [] }, hasher)).toBeNull();
  });

  it.each(['leafHash', 'root'] as const)('has a %s of one length', (name) => {
    expect(inclusionFault({ ...claim, [name]: a.subarray(1) }, hasher)).toBe('proof.bad-hash-length');
  });

  it.each(['fromRoot', 'toRoot'] as const)('between two sizes has a %s of one length', (name) => {
    expect(consistencyFault({ ...step, [name]: a.subarray(1) }, hasher)).toBe('proof.bad-hash-length');
  });

  it('between two sizes needs the old root, too', () => {
    expect(consistencyFault({ ...step, proof: [] }, hasher)).toBe('proof.too-short');
    const three = {
      from: 2,
      to: 3,
      fromRoot: step.toRoot,
      toRoot: hasher.hashNode(step.toRoot, c),
      proof: [c],
    };
    expect(consistencyFault(three, hasher)).toBeNull();
    expect(consistencyFault({ ...three, fromRoot: a }, hasher)).toBe('proof.root-mismatch');
    expect(consistencyFault({ ...three, toRoot: a }, hasher)).toBe('proof.root-mismatch');
    // The size is no power of two, so its root is not the seed: an altered one must be noticed by itself.
    const root = hasher.hashNode(three.toRoot, three.toRoot);
    const four = hasher.hashNode(step.toRoot, hasher.hashNode(c, a));
    const from3 = { from: 3, to: 4, fromRoot: three.toRoot, toRoot: four, proof: [c, a, step.toRoot] };
    expect(consistencyFault(from3, hasher)).toBeNull();
    expect(consistencyFault({ ...from3, fromRoot: root }, hasher)).toBe('proof.root-mismatch');
    expect(consistencyFault({ ...from3, proof: [] }, hasher)).toBe('proof.too-short');
  });

  it('between equal sizes is empty, and the roots are the same', () => {
    const same = { from: 2, to: 2, fromRoot: claim.root, toRoot: claim.root, proof: [] };
    expect(consistencyFault({ ...same, toRoot: a }, hasher)).toBe('proof.root-mismatch');
    expect(consistencyFault({ ...same, proof: [a] }, hasher)).toBe('proof.too-long');
  });
});

describe('texts', () => {
  const root = new Uint8Array(32).fill(3);

  it('of a checkpoint are three lines and what an extension adds', () => {
    const text = formatCheckpoint({ origin: 'log', size: 0, root });
    expect(text).toBe(`log\n0\n${Buffer.from(root).toString('base64')}\n`);
    expect(parseCheckpoint(`${text}more\nlines\n`)).toMatchObject({ size: 0, extension: 'more\nlines\n' });
    for (const bad of [
      '',
      text.slice(0, -1),
      text.replace('log', ''),
      `${text}more`,
      text.replace('\n0', '\n x0'),
      text.replace('\n0', '\n0x'),
    ]) {
      expect(() => parseCheckpoint(bad)).toThrow('checkpoint.malformed');
    }
    expect(() => parseCheckpoint('log\n0\n\n', { hashBytes: null })).toThrow('checkpoint.malformed');
    expect(() => parseCheckpoint('log\n0\n!\n', { hashBytes: null })).toThrow('checkpoint.malformed');
  });

  it('of a cosignature name the time in seconds, eight bytes, most significant first', () => {
    expect(cosignatureMessage('text\n', 17)).toBe('cosignature/v1\ntime 17\ntext\n');
    const bytes = encodeTimestampedSignature({ seconds: 258, signature: new Uint8Array(64).fill(9) });
    expect([...bytes.subarray(0, 10)]).toEqual([0, 0, 0, 0, 0, 0, 1, 2, 9, 9]);
    const inside = new Uint8Array(80).fill(7);
    inside.set(bytes, 8);
    const { seconds, signature } = decodeTimestampedSignature(inside.subarray(8));
    expect([seconds, [...signature]]).toEqual([258, Array(64).fill(9)]);
    expect(() => decodeTimestampedSignature(inside)).toThrow('cosignature.malformed');
  });

  it.each([
    ['Ed25519', ED25519_TYPE, [1]],
    ['a cosignature', COSIGNATURE_TYPE, [4]],
    ['SM2', SM2_TYPE, [0xff, ...Buffer.from('SM2-WITH-SM3')]],
  ])('of a key of type %s come back', (_type, type, expected) => {
    expect([...type]).toEqual(expected);
    const written = formatVerifierKey(noteKey({ name: 'log', type, publicKey: root }, sha256));
    const key = parseVerifierKey(` ${written}\n`, sha256);
    expect([key.name, [...key.type], [...key.publicKey]]).toEqual(['log', expected, [...root]]);
    const input = Buffer.concat([Buffer.from('log\n'), Buffer.from(type), root]);
    expect(key.keyId).toBe(hash('sha256', input).slice(0, 8));
    expect(written).toBe(`log+${key.keyId}+${input.subarray(4).toString('base64')}`);
  });

  it('of a key are refused with anything before, behind or between', () => {
    const written = formatVerifierKey(noteKey({ name: 'log', type: ED25519_TYPE, publicKey: root }, sha256));
    for (const bad of [
      `+${written}`,
      `${written}!`,
      written.replace('+', '++'),
      written.replace('log', 'l g'),
      `log+0${written.slice(4)}`,
      '',
    ]) {
      expect(() => parseVerifierKey(bad, sha256)).toThrow('note.bad-verifier-key');
    }
  });

  it('of a note are split at the last empty line, however many there are', () => {
    const signature = { name: 'log', keyId: '0a0b0c0d', signature: Uint8Array.of(1) };
    const text = 'one\n\ntwo\n\nthree\n';
    const note = formatNote({ text, signatures: Array(MAX_NOTE_SIGNATURES).fill(signature) });
    expect(parseNote(note)).toMatchObject({ text, signatures: { length: MAX_NOTE_SIGNATURES } });
    expect(() => parseNote('text\n\n')).toThrow('note.malformed');
    for (const bad of [' x', 'x', ' x y']) {
      expect(() => parseNote(note.replace(/\n$/, `${bad}\n`))).toThrow('note.malformed');
    }
    expect(() => parseNote(note.replace('— log', '—  log'))).toThrow('note.malformed');
    for (const control of ['\u0000', '\t', '\u001f']) {
      expect(() => parseNote(note.replace('one', control))).toThrow('note.malformed');
    }
    for (const allowed of ['\u007f', '\u0085', '督办', '𝄞'])
      expect(parseNote(note.replace('one', allowed)).text).toContain(allowed);
  });

  it('of a key name have no space and no plus', () => {
    expect(['log', 'duban.example/督办'].map(isKeyName)).toEqual([true, true]);
    expect(['', 'a b', 'a+b', 'a\u0085', ' a', 'a\n'].map(isKeyName)).toEqual(Array(6).fill(false));
  });

  it('of a note are opened with the signatures of known keys, each by its name and its id', () => {
    const of = (name: string, keyId: string) => ({ name, keyId, signature: Uint8Array.of(1) });
    const note = formatNote({
      text: 'text\n',
      signatures: [of('log', '00000001'), of('other', '00000001'), of('log', '00000002')],
    });
    const verify = (text: string) => text === 'text\n';
    const opened = openNote(note, [{ name: 'log', keyId: '00000001', verify }]);
    expect(opened).toMatchObject({
      text: 'text\n',
      signatures: { length: 3 },
      verified: [{ name: 'log', keyId: '00000001' }],
    });
    expect(opened.verified).toHaveLength(1);
  });

  it('of a proof may have an extra, and hashes of a length that is asked for', () => {
    const proof = { index: 7, proof: [root], checkpoint: 'x\n\ny\n' };
    const text = formatProofText(proof);
    expect(text).toBe(`c2sp.org/tlog-proof@v1\nindex 7\n${Buffer.from(root).toString('base64')}\n\nx\n\ny\n`);
    expect(parseProofText(text)).toMatchObject({ index: 7, checkpoint: 'x\n\ny\n' });
    expect('extra' in parseProofText(text)).toBe(false);
    expect(parseProofText(formatProofText({ ...proof, extra: Uint8Array.of(5) })).extra).toHaveLength(1);
    expect(() => parseProofText(text, 31)).toThrow('proof-text.malformed');
    expect(parseProofText(text.replace(/\n[^\n]+=\n/, '\nAA==\n'), 1).proof).toHaveLength(1);
    for (const bad of [
      '',
      text.replace('\n\nx\n\ny\n', ''),
      text.replace('index 7\n', ''),
      text.replace('7', '07'),
      text.replace('7', '7x'),
      text.replace('index', ' index'),
      text.replace('7', '9007199254740992'),
      text.replace('@v1', '@v2'),
    ]) {
      expect(() => parseProofText(bad)).toThrow('proof-text.malformed');
    }
  });
});

describe('the path of a tile', () => {
  it('may be the narrowest and the highest there is', () => {
    expect(parseTilePath('tile/5/000.p/1')).toEqual({ kind: 'hashes', level: 5, index: 0, width: 1 });
    expect(parseTilePath('tile/entries/x001/000')).toEqual({ kind: 'entries', index: 1000, width: 256 });
    expect(formatTilePath({ kind: 'entries', index: 999, width: 255 })).toBe('tile/entries/999.p/255');
  });

  it.each([
    'x/tile/0/005',
    'tile/0/005.p/1/x',
    'tile/0/005x',
    'tile/0/005.p/300',
    'tile/00/005',
    'tile/entries/005.p/0',
  ])('is not %s', (path) => {
    expect(parseTilePath(path)).toBeNull();
  });
});
