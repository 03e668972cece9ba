import { hash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { decodeTimestampedSignature, encodeTimestampedSignature } from './cosignature.ts';
import { ED25519_TYPE, formatVerifierKey, noteKey, parseVerifierKey } from './note-key.ts';
import { openNote, type NoteVerifier } from './note-verifier.ts';
import { formatNote, MAX_NOTE_SIGNATURES, parseNote } from './signed-note.ts';

const sha256 = (input: Uint8Array): Uint8Array => hash('sha256', input, 'buffer');
const signature = { name: 'duban.example/log', keyId: '0a0b0c0d', signature: Uint8Array.of(1, 2, 3) };
const text = 'line one\n\nline three\n';
const note = formatNote({ text, signatures: [signature] });
const answering = (answer: boolean, keyId = '0a0b0c0d'): NoteVerifier => ({
  name: 'duban.example/log',
  keyId,
  verify: () => answer,
});

describe('a signed note', () => {
  it('comes back as it was written, split at its last empty line', () => {
    const back = parseNote(note);
    expect(back.text).toBe(text);
    expect(back.signatures.map(({ name, keyId, signature: of }) => [name, keyId, [...of]])).toEqual([
      ['duban.example/log', '0a0b0c0d', [1, 2, 3]],
    ]);
  });

  it.each([
    ['no signature', text],
    ['a hyphen for the dash', note.replace('—', '-')],
    ['no last newline', note.slice(0, -1)],
    ['a control character', note.replace('one', 'o\u0007e')],
    ['a carriage return', note.replaceAll('\n', '\r\n')],
    ['broken UTF-16', note.replace('one', '\ud800')],
    ['a plus in the name', note.replace('duban.example/log', 'a+b')],
    ['bad base64', note.replace('CgsMDQECAw==', 'CgsMDQECAx==')],
    ['nothing behind the key id', note.replace('CgsMDQECAw==', 'CgsMDQ==')],
    ['too many signatures', formatNote({ text, signatures: Array(MAX_NOTE_SIGNATURES + 1).fill(signature) })],
  ])('is refused with %s', (_what, bad) => {
    expect(() => parseNote(bad)).toThrow('note.malformed');
  });

  it('is opened by a known key only, and never past a wrong signature of one', () => {
    expect(openNote(note, [answering(true)]).verified).toHaveLength(1);
    expect(() => openNote(note, [answering(false)])).toThrow('note.bad-signature');
    expect(() => openNote(note, [answering(true, '0a0b0c0e')])).toThrow('note.unverified');
    expect(() => openNote(note, [])).toThrow('note.unverified');
  });
});

describe('a verifier key', () => {
  const key = noteKey(
    { name: 'duban.example/log', type: ED25519_TYPE, publicKey: new Uint8Array(32).fill(9) },
    sha256,
  );

  it('comes back as it was written', () => {
    expect(formatVerifierKey(parseVerifierKey(formatVerifierKey(key), sha256))).toBe(formatVerifierKey(key));
  });

  it('is refused under another name, id or type', () => {
    const written = formatVerifierKey(key);
    for (const bad of [written.replace('log', 'lag'), 'x', written.replace('+AQ', '+Ag'), `a b${written}`]) {
      expect(() => parseVerifierKey(bad, sha256)).toThrow('note.bad-verifier-key');
    }
    expect(() => noteKey({ ...key, name: 'a b' }, sha256)).toThrow('note.bad-key-name');
  });
});

describe('a checkpoint', () => {
  const head = { origin: 'duban.example/log', size: 17, root: new Uint8Array(32).fill(3) };

  it('comes back as it was written', () => {
    const { origin, size, root, extension } = parseCheckpoint(formatCheckpoint(head));
    expect([origin, size, [...root], extension]).toEqual([head.origin, 17, [...head.root], '']);
  });

  it.each(['017', '1e3', '9007199254740992', '+1', ''])('is refused with the size %s', (size) => {
    expect(() => parseCheckpoint(formatCheckpoint(head).replace('\n17\n', `\n${size}\n`))).toThrow(
      'checkpoint.malformed',
    );
  });

  it('is refused with a root of another length unless any is asked for', () => {
    const short = formatCheckpoint({ ...head, root: new Uint8Array(31) });
    expect(() => parseCheckpoint(short)).toThrow('checkpoint.malformed');
    expect(parseCheckpoint(short, { hashBytes: null }).root).toHaveLength(31);
  });
});

describe('a cosignature', () => {
  it('keeps its time, and is refused at any other length', () => {
    const bytes = encodeTimestampedSignature({ seconds: 1727964367, signature: new Uint8Array(64) });
    expect(decodeTimestampedSignature(bytes).seconds).toBe(1727964367);
    expect(() => decodeTimestampedSignature(bytes.subarray(1))).toThrow('cosignature.malformed');
    expect(() => decodeTimestampedSignature(new Uint8Array(72).fill(255))).toThrow('cosignature.malformed');
  });
});
