import { hash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  decodeTimestampedSignature,
  ED25519_TYPE,
  formatVerifierKey,
  noteKey,
  SM2_TYPE,
} from '@duban/audit-tree';
import {
  canonicalEvent,
  cosignatureNoteKey,
  cosigner,
  decideWitness,
  digestOf,
  ed25519NoteKey,
  ed25519Signer,
  ed25519Verifier,
  formatWitnessRequest,
  hasherOf,
  jcs,
  originOf,
  parseWitnessRequest,
  readSubmission,
  sm2Verifier,
  verifierOf,
} from '@duban/audit-log';
import { nodePrimitives } from '@duban/audit-verify';
import { storedEvent, storedEvents } from './fake-log.ts';
import { growSealed, newKey, sealedLog } from './sealed-log.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer');

describe('keys of notes', () => {
  it('sign and verify the UTF-8 of a text', async () => {
    const key = newKey();
    const signer = ed25519Signer('log', key);
    const pinned = ed25519NoteKey('log', key);
    const signature = await signer.sign('督办\n');
    expect([signer.name, signer.keyId, pinned.publicKey.length]).toEqual(['log', pinned.keyId, 32]);
    expect(ed25519Verifier(pinned)).toMatchObject({ name: 'log', keyId: pinned.keyId });
    expect([
      ed25519Verifier(pinned).verify('督办\n', signature),
      ed25519Verifier(pinned).verify('督办', signature),
    ]).toEqual([true, false]);
    expect(await nodePrimitives.verifyEd25519(pinned.publicKey, '督办\n', signature)).toBe(true);
  });

  it('of a witness say when it signed, and one key cannot pass for the other', async () => {
    const key = newKey();
    const signer = cosigner('w', key, () => 1_700_000_000);
    const pinned = cosignatureNoteKey('w', key);
    const bytes = await signer.sign('text\n');
    expect([signer.name, signer.keyId]).toEqual(['w', pinned.keyId]);
    expect(pinned.keyId).not.toBe(ed25519NoteKey('w', key).keyId);
    expect(decodeTimestampedSignature(bytes).seconds).toBe(1_700_000_000);
    const verifier = verifierOf(formatVerifierKey(pinned));
    expect(verifier).toMatchObject({ name: 'w', keyId: pinned.keyId });
    expect([verifier.verify('text\n', bytes), verifier.verify('test\n', bytes)]).toEqual([true, false]);
    expect(verifierOf(formatVerifierKey(ed25519NoteKey('w', key))).verify('text\n', bytes)).toBe(false);
  });

  it('are refused at another length', () => {
    for (const bytes of [31, 33]) {
      const text = formatVerifierKey(
        noteKey({ name: 'log', type: ED25519_TYPE, publicKey: new Uint8Array(bytes) }, sha256),
      );
      expect(() => verifierOf(text)).toThrow('note.bad-verifier-key: an Ed25519 key has 32 bytes');
    }
  });

  it('of SM2 are refused on another curve', () => {
    const spki = Buffer.from(`3059301306072a8648ce3d020106082a811ccf5501822d034200${'04'.repeat(65)}`, 'hex');
    const pinned = (publicKey: Uint8Array) =>
      formatVerifierKey(noteKey({ name: 'log', type: SM2_TYPE, publicKey }, sha256));
    for (const bad of [
      spki.subarray(0, -1),
      Buffer.concat([spki, spki.subarray(0, 1)]),
      spki.with(10, 0),
      new Uint8Array(0),
    ]) {
      expect(() => verifierOf(pinned(bad))).toThrow('note.bad-verifier-key: not a key on sm2p256v1');
    }
    const verifier = sm2Verifier(noteKey({ name: 'log', type: SM2_TYPE, publicKey: spki }, sha256));
    expect(verifier.name).toBe('log');
    expect(verifier.verify('text\n', Uint8Array.of(1))).toBe(false);
  });
});

describe('names and digests', () => {
  it('are those of the hash that was chosen', () => {
    expect(originOf('duban/cq', 'sm3')).toBe('duban/cq/sm3');
    expect(digestOf('督办', 'sha256')).toBe(`sha256:${hash('sha256', '督办')}`);
    expect(digestOf('督办', 'sm3')).toBe(`sm3:${hash('sm3', '督办')}`);
    for (const name of ['sha256', 'sm3'] as const) {
      expect(Buffer.from(hasherOf(name).emptyRoot).toString('hex')).toBe(hash(name, ''));
    }
  });

  it('of an event are over what the store port names, and nothing else', () => {
    const event = storedEvent(3);
    expect(JSON.parse(canonicalEvent({ ...event, extra: 1 } as typeof event))).toEqual(event);
  });
});

describe('canonical JSON of the log', () => {
  it.each<[string, unknown, RegExp]>([
    ['a bigint', { a: [1n] }, /^jcs\.refused: bigint$/],
    ['a function', () => 1, /^jcs\.refused: function$/],
    ['nothing in a member', { a: undefined }, /^jcs\.refused: undefined$/],
    ['nothing in a list', [undefined], /^jcs\.refused: undefined$/],
    ['a Map', new Map(), /^jcs\.refused: \[object Map\]$/],
    ['a symbol', [Symbol('x')], /^jcs\.refused: symbol$/],
    ['NaN', { a: Number.NaN }, /^jcs\.refused: .*NaN/],
    [
      'an object of a class',
      {
        a: [
          new (class Case {
            readonly id = 1;
          })(),
        ],
      },
      /^jcs\.refused: \[object Object\]$/,
    ],
    ['a list with a Date', [[new Date(0)]], /^jcs\.refused: \[object Date\]$/],
  ])('refuses %s and says what it was', (_what, value, message) => {
    expect(() => jcs(value)).toThrow(
      expect.objectContaining({ code: 'jcs.refused', message: expect.stringMatching(message) }),
    );
  });

  it('takes what is plain, however deep, with or without a prototype', () => {
    const bare: unknown = Object.assign(Object.create(null), { b: [null, true, 1.5, 'x', { c: [] }], a: {} });
    expect(jcs(bare)).toBe('{"a":{},"b":[null,true,1.5,"x",{"c":[]}]}');
    expect([jcs(null), jcs('督'), jcs(1e21), jcs(false)]).toEqual(['null', '"督"', '1e+21', 'false']);
  });

  it('keeps the cause of a refusal', () => {
    expect(() => jcs(['\ud800'])).toThrow(expect.objectContaining({ cause: expect.anything() }));
  });
});

describe('a request to a witness', () => {
  const root = new Uint8Array(32).fill(1);

  it('comes back as it was written, with up to 63 hashes', () => {
    for (const length of [0, 1, 63]) {
      const proof = Array.from({ length }, () => root);
      const back = parseWitnessRequest(formatWitnessRequest({ old: 0, proof, checkpoint: 'x\n\ny\n' }));
      expect([back?.old, back?.proof.length, back?.checkpoint]).toEqual([0, length, 'x\n\ny\n']);
    }
    expect(formatWitnessRequest({ old: 17, proof: [Uint8Array.of(5)], checkpoint: 'x' })).toBe(
      'old 17\nBQ==\n\nx',
    );
    expect(
      parseWitnessRequest(formatWitnessRequest({ old: 0, proof: Array(64).fill(root), checkpoint: 'x' })),
    ).toBeNull();
  });

  it.each([
    'old 1',
    'old 1\n\n',
    'xold 1\n\nx',
    'old 1x\n\nx',
    'old -1\n\nx',
    'old 9007199254740993\n\nx',
    'old 1\nBQ=\n\nx',
    '\n\nx',
  ])('%j is none, or one that holds no checkpoint', (body) => {
    expect(parseWitnessRequest(body)?.checkpoint ?? '').toBe('');
    expect(readSubmission(body)).toBeNull();
  });
});

describe('what a witness decides', () => {
  const submitted = async (to: number, old: number) => {
    const log = sealedLog();
    await growSealed(log, storedEvents(0, to));
    const checkpoint = log.store.latestCheckpoint();
    const submission = readSubmission(
      formatWitnessRequest({ old, proof: [], checkpoint: checkpoint?.note ?? '' }),
    );
    if (submission === null || checkpoint === null) throw new RangeError('no submission');
    const known = { verifiers: [verifierOf(log.verifierKey)], hasher: hasherOf('sha256') };
    return { submission, known, root: checkpoint.root, size: to };
  };

  it('is to cosign the first head of a log it knows', async () => {
    const { submission, known, root, size } = await submitted(10, 0);
    expect(submission.checkpoint.origin).toBe('duban.example/npcsc/sha256');
    expect(decideWitness(submission, { ...known, head: null })).toEqual({
      status: 200,
      text: submission.text,
      head: { size, root: expect.anything() },
    });
    expect(decideWitness(submission, undefined)).toEqual({ status: 404 });
    expect(decideWitness(submission, { ...known, verifiers: [], head: null })).toEqual({ status: 403 });
    expect(decideWitness(submission, { ...known, head: { size: 4, root } })).toEqual({
      status: 409,
      body: '4\n',
    });
  });

  it('is that a log cannot have been larger than it is', async () => {
    const { submission, known } = await submitted(10, 11);
    expect(decideWitness(submission, { ...known, head: null })).toEqual({ status: 400 });
  });

  it('is that two roots of one size are a fork', async () => {
    const { submission, known, root } = await submitted(10, 10);
    expect(decideWitness(submission, { ...known, head: { size: 10, root } })).toMatchObject({ status: 200 });
    expect(decideWitness(submission, { ...known, head: { size: 10, root: root.toReversed() } })).toEqual({
      status: 409,
      body: '',
    });
  });
});
