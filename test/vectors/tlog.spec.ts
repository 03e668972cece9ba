import { createPublicKey, hash, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  compactRange,
  decodeTimestampedSignature,
  encodeBase64,
  formatNote,
  formatProofText,
  inclusionFault,
  openNote,
  parseCheckpoint,
  parseNote,
  parseProofText,
  toHex,
  treeHasher,
} from '@duban/audit-tree';
import { verifierOf } from '@duban/audit-log';
import { bytes, hex, hexBytes, vector } from './read-vector.ts';

type Tessera = { vkey: string; entries: string[]; leafHashesHex: string[]; checkpoints: { size: number; checkpoint: string }[] };
type Parsing = { desc: string; text: string; wantErr: boolean; want?: { origin: string; size: string; hashBase64: string } };
type ProofCase = { desc: string; text: string; index: string; hashesBase64: string[]; checkpoint: string; extraBase64?: string };
type Formats = {
  checkpointParse: Parsing[];
  tlogProof: { valid: ProofCase[]; invalid: { desc: string; text: string }[] };
  cosignatureV1Timestamp: { signatureBase64: string; timestamp?: number; wantErr?: boolean }[];
};
type Notes = { signedNotes: { vkey: string; note: string; valid: boolean }[] };
type Rekor = {
  rekorCheckpoint: { spkiBase64: string; note: string };
  rekorInclusion: { canonicalizedBodyBase64: string; logIndex: number; treeSize: number; rootHashHex: string; hashesHex: string[] };
};

const sha256 = treeHasher((input) => hash('sha256', input, 'buffer'));
const tessera = vector('tlog/tessera-small-log.json') as Tessera;
const formats = vector('tlog/formats.json') as Formats;
const rekor = vector('tlog/rekor-v1-entry.json') as Rekor;
const named = <C extends { desc: string }>(cases: C[]): [string, C][] => cases.map((one) => [one.desc, one]);

describe('a small public log', () => {
  const verifier = verifierOf(tessera.vkey);

  it('has the leaves and, at each size, the root of its signed checkpoint', () => {
    const range = compactRange(sha256);
    expect(tessera.checkpoints).toHaveLength(16);
    tessera.checkpoints.forEach(({ size, checkpoint }) => {
      const head = parseCheckpoint(openNote(checkpoint, [verifier]).text);
      expect([head.size, hex(head.root)]).toEqual([size, hex(range.root())]);
      const entry = tessera.entries[size];
      if (entry === undefined) return;
      const leaf = sha256.hashLeaf(Buffer.from(entry));
      expect(hex(leaf)).toBe(tessera.leafHashesHex[size]);
      range.append(leaf);
    });
  });

  it('has checkpoints that are written the same way again', () => {
    for (const { checkpoint } of tessera.checkpoints) expect(formatNote(parseNote(checkpoint))).toBe(checkpoint);
  });

  it('is not signed for another text', () => {
    const forged = tessera.checkpoints[15]?.checkpoint.replace('\n15\n', '\n16\n') ?? '';
    expect(() => openNote(forged, [verifier])).toThrow('note.bad-signature');
  });
});

describe('signed notes', () => {
  it.each((vector('tlog/c2sp-signed-note.json') as Notes).signedNotes)('$vkey signed its note', ({ vkey, note }) => {
    expect(openNote(note, [verifierOf(vkey)]).verified).toHaveLength(1);
  });
});

describe('checkpoint texts', () => {
  it.each(named(formats.checkpointParse))('%s', (_desc, { text, wantErr, want }) => {
    const parse = () => parseCheckpoint(text, { hashBytes: null });
    if (wantErr) {
      expect(parse).toThrow('checkpoint.malformed');
    } else {
      const { origin, size, root } = parse();
      expect({ origin, size: String(size), hashBase64: encodeBase64(root) }).toEqual(want);
    }
  });
});

describe('proof texts', () => {
  it.each(named(formats.tlogProof.valid))('%s', (_desc, one) => {
    const proof = parseProofText(one.text);
    expect([String(proof.index), proof.proof.map(encodeBase64), proof.checkpoint]).toEqual([
      one.index,
      one.hashesBase64,
      one.checkpoint,
    ]);
    expect(proof.extra && encodeBase64(proof.extra)).toBe(one.extraBase64);
    expect(formatProofText(proof)).toBe(one.text);
  });

  it.each(named(formats.tlogProof.invalid))('%s', (_desc, { text }) => {
    expect(() => parseProofText(text)).toThrow('proof-text.malformed');
  });
});

describe('cosignatures', () => {
  it.each(formats.cosignatureV1Timestamp)('$signatureBase64', ({ signatureBase64, timestamp, wantErr }) => {
    const decode = () => decodeTimestampedSignature(bytes(signatureBase64).subarray(4));
    if (wantErr === true) expect(decode).toThrow('cosignature.malformed');
    else expect(decode().seconds).toBe(timestamp);
  });
});

describe('a real Rekor entry', () => {
  it('has a checkpoint that its ECDSA key signed', () => {
    const { note, spkiBase64 } = rekor.rekorCheckpoint;
    const key = createPublicKey({ key: Buffer.from(spkiBase64, 'base64'), format: 'der', type: 'spki' });
    const keyId = toHex(hash('sha256', bytes(spkiBase64), 'buffer').subarray(0, 4));
    const check = (text: string, signature: Uint8Array) => verify('sha256', Buffer.from(text), key, signature);
    const { text } = openNote(note, [{ name: 'rekor.sigstore.dev', keyId, verify: check }]);
    expect(parseCheckpoint(text).size).toBe(21428036);
  });

  it('is in its tree', () => {
    const { canonicalizedBodyBase64, logIndex, treeSize, rootHashHex, hashesHex } = rekor.rekorInclusion;
    const leafHash = sha256.hashLeaf(bytes(canonicalizedBodyBase64));
    const claim = { index: logIndex, size: treeSize, leafHash, root: hexBytes(rootHashHex), proof: hashesHex.map(hexBytes) };
    expect(inclusionFault(claim, sha256)).toBeNull();
    expect(inclusionFault({ ...claim, index: logIndex - 1 }, sha256)).toBe('proof.root-mismatch');
  });
});
