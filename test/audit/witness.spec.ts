import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { decodeBase64, formatVerifierKey } from '@duban/audit-tree';
import {
  cosignatureNoteKey,
  cosigner,
  createProofService,
  createWitness,
  fileWitnessHeads,
  formatWitnessRequest,
  verifierOf,
} from '@duban/audit-log';
import { nodePrimitives, verifyBundle } from '@duban/audit-verify';
import { storedEvents } from './fake-log.ts';
import { bundleOf, growSealed, memoryGuard, newKey, sealedLog, type SealedLog } from './sealed-log.ts';

const NAME = 'witness.example/w1';

const textOf = async (log: SealedLog): Promise<string[]> => (await bundleOf(log)).map((line) => `${line}\n`);

const aWitness = (log: SealedLog, folder = mkdtempSync(join(tmpdir(), 'duban-witness-'))) => {
  const key = newKey();
  const heads = fileWitnessHeads(folder);
  const logs = new Map([[log.origin, { hash: log.hash, verifiers: [verifierOf(log.verifierKey)] }]]);
  const witness = createWitness({ logs, heads, signer: cosigner(NAME, key, () => 1_700_000_000) });
  return { witness, heads, folder, verifierKey: formatVerifierKey(cosignatureNoteKey(NAME, key)) };
};

/** The request for the newest checkpoint, with the proof from `old`. */
const requestOf = (log: SealedLog, old: number): string => {
  const checkpoint = log.store.latestCheckpoint();
  if (checkpoint === null) throw new RangeError('nothing is sealed');
  const { proof } = createProofService(log.store, log.hash).consistency(old, Math.max(old, checkpoint.size));
  const hashes = proof.map((text) => decodeBase64(text) ?? new Uint8Array(0));
  return formatWitnessRequest({ old, proof: hashes, checkpoint: checkpoint.note });
};

const grown = async (to: number, from = 0): Promise<SealedLog> => {
  const log = sealedLog();
  await growSealed(log, storedEvents(from, to));
  return log;
};

describe('the witness', () => {
  it('cosigns a first head, and later ones that are proven to follow', async () => {
    const log = await grown(20);
    const { witness, heads, verifierKey } = aWitness(log);
    const first = await witness(requestOf(log, 0));
    expect([first.status, heads.read(log.origin)?.size]).toEqual([200, 20]);
    await growSealed(log, storedEvents(20, 40));
    const second = await witness(requestOf(log, 20));
    expect([second.status, heads.read(log.origin)?.size]).toEqual([200, 40]);
    log.store.addCosignature(40, second.body);
    const trust = { keys: [log.verifierKey], witnesses: [verifierKey] };
    const verdict = await verifyBundle(await textOf(log), trust, nodePrimitives);
    expect([verdict.result, verdict.checked.cosignatures]).toEqual(['good', 1]);
  });

  it('repeats itself for the head it knows', async () => {
    const log = await grown(20);
    const { witness } = aWitness(log);
    const first = await witness(requestOf(log, 0));
    expect(await witness(requestOf(log, 20))).toEqual(first);
  });

  it('remembers across a restart', async () => {
    const log = await grown(20);
    const { witness, folder } = aWitness(log);
    await witness(requestOf(log, 0));
    const restarted = aWitness(log, folder);
    expect((await restarted.witness(requestOf(log, 0))).body).toBe('20\n');
  });

  it('answers with its own size where the asker’s differs', async () => {
    const log = await grown(20);
    const { witness } = aWitness(log);
    await witness(requestOf(log, 0));
    await growSealed(log, storedEvents(20, 30));
    expect(await witness(requestOf(log, 10))).toEqual({
      status: 409,
      contentType: 'text/x.tlog.size',
      body: '20\n',
    });
  });

  it('refuses a log that was rolled back, and one that was forked', async () => {
    const log = await grown(30);
    const { witness, heads } = aWitness(log);
    await witness(requestOf(log, 0));
    const old = sealedLog({ key: log.key, guard: memoryGuard() });
    await growSealed(old, storedEvents(0, 20));
    expect((await witness(requestOf(old, 20))).status).toBe(409);
    const note = old.store.latestCheckpoint()?.note ?? '';
    expect((await witness(formatWitnessRequest({ old: 30, proof: [], checkpoint: note }))).status).toBe(400);
    const forked = sealedLog({ key: log.key, guard: memoryGuard() });
    await growSealed(forked, storedEvents(0, 30, 'forge'));
    expect(await witness(requestOf(forked, 30))).toMatchObject({ status: 409, body: '' });
    await growSealed(forked, storedEvents(30, 40));
    expect((await witness(requestOf(forked, 30))).status).toBe(422);
    expect(heads.read(log.origin)?.size).toBe(30);
  });

  it('wants no proof where there is nothing to prove', async () => {
    const log = await grown(20);
    const { witness } = aWitness(log);
    const note = log.store.latestCheckpoint()?.note ?? '';
    const proof = [new Uint8Array(32)];
    expect((await witness(formatWitnessRequest({ old: 0, proof, checkpoint: note }))).status).toBe(422);
  });

  it('knows only its logs and their keys', async () => {
    const log = await grown(20);
    const { witness } = aWitness(log);
    const stranger = sealedLog({ hash: 'sm3' });
    await growSealed(stranger, storedEvents(0, 10));
    expect((await witness(requestOf(stranger, 0))).status).toBe(404);
    const impostor = sealedLog();
    await growSealed(impostor, storedEvents(0, 10));
    expect((await witness(requestOf(impostor, 0))).status).toBe(403);
  });

  it.each(['', 'old 1\n', 'old x\n\nnote', 'old 01\n\nnote', 'old 0\n!!\n\nnote', 'old 0\n\nno note'])(
    'cannot read %j',
    async (body) => {
      const { witness } = aWitness(sealedLog());
      expect((await witness(body)).status).toBe(400);
    },
  );

  it('refuses more proof than any tree needs', async () => {
    const log = await grown(10);
    const { witness } = aWitness(log);
    const proof = Array.from({ length: 64 }, () => new Uint8Array(32));
    const checkpoint = log.store.latestCheckpoint()?.note ?? '';
    expect((await witness(formatWitnessRequest({ old: 0, proof, checkpoint }))).status).toBe(400);
  });
});

describe('a bundle that witnesses should have cosigned', () => {
  it('cannot be told good without them', async () => {
    const log = await grown(20);
    const { witness, verifierKey } = aWitness(log);
    log.store.addCosignature(20, (await witness(requestOf(log, 0))).body);
    await growSealed(log, storedEvents(20, 40));
    const trust = { keys: [log.verifierKey], witnesses: [verifierKey] };
    const lines = await textOf(log);
    expect(await verifyBundle(lines, trust, nodePrimitives)).toMatchObject({
      result: 'cannot-tell',
      firstBad: { record: 20, code: 'checkpoint.not-cosigned' },
    });
    expect((await verifyBundle(lines, { ...trust, quorum: 0 }, nodePrimitives)).result).toBe('good');
  });

  it('is bad where a cosignature is false', async () => {
    const log = await grown(20);
    const { witness, verifierKey } = aWitness(log);
    const { body } = await witness(requestOf(log, 0));
    const bytes = Buffer.from(body.split(' ')[2] ?? '', 'base64');
    bytes[11] = (bytes[11] ?? 0) ^ 1;
    log.store.addCosignature(20, `— ${NAME} ${bytes.toString('base64')}\n`);
    const trust = { keys: [log.verifierKey], witnesses: [verifierKey] };
    expect(await verifyBundle(await textOf(log), trust, nodePrimitives)).toMatchObject({
      result: 'bad',
      firstBad: { record: 10, code: 'checkpoint.bad-signature' },
    });
  });
});
