import { describe, expect, it } from '@jest/globals';
import {
  consistencyFault,
  decodeBase64,
  inclusionFault,
  openNote,
  parseCheckpoint,
  parseProofText,
  type TreeHasher,
} from '@duban/audit-tree';
import { createProofService, hasherOf, verifierOf, type ProofService } from '@duban/audit-log';
import { positionOf, storedEvent, storedEvents } from './fake-log.ts';
import { growSealed, sealedLog, type SealedLog } from './sealed-log.ts';

const SIZE = 530;
const hasher: TreeHasher = hasherOf('sha256');

const served = async (): Promise<{ log: SealedLog; proofs: ProofService }> => {
  const log = sealedLog();
  log.events.push(...storedEvents(0, 7));
  await log.sealer.seal();
  log.events.push(...storedEvents(7, SIZE));
  await log.sealer.seal();
  return { log, proofs: createProofService(log.store, 'sha256') };
};

describe('the proof service', () => {
  it('writes a proof that needs nothing but the pinned key', async () => {
    const { log, proofs } = await served();
    const { index, proof, checkpoint, extra } = parseProofText(
      proofs.proofText({ id: storedEvent(300).id }) ?? '',
    );
    const head = parseCheckpoint(openNote(checkpoint, [verifierOf(log.verifierKey)]).text);
    const leafHash = hasher.hashLeaf(extra ?? new Uint8Array(0));
    expect(inclusionFault({ index, size: head.size, root: head.root, leafHash, proof }, hasher)).toBeNull();
    expect(index).toBe(300);
  });

  it('finds an event by id and by position', async () => {
    const { proofs } = await served();
    const byId = proofs.inclusion({ id: storedEvent(12).id });
    expect(byId?.index).toBe(12);
    expect(proofs.inclusion({ position: storedEvent(12).position })).toEqual(byId);
    expect(proofs.inclusion({ id: 'nobody' })).toBeNull();
    expect(proofs.inclusion({ position: positionOf(3) })).toBeNull();
  });

  it('proves nothing that is not signed yet', async () => {
    const { log, proofs } = await served();
    log.events.push(storedEvent(SIZE));
    await log.sealer.follow();
    expect(proofs.inclusion({ id: storedEvent(SIZE).id })).toBeNull();
    expect(proofs.proofText({ id: storedEvent(SIZE).id })).toBeNull();
    expect(() => proofs.consistency(7, SIZE + 1)).toThrow('audit.not-sealed');
    expect(proofs.tile(`tile/0/002.p/${SIZE + 1 - 512}`)).toBeNull();
  });

  it('proves any two heads consistent', async () => {
    const { proofs } = await served();
    for (const [from, to] of [
      [1, 2],
      [7, SIZE],
      [256, 512],
      [300, 301],
      [SIZE, SIZE],
    ] as const) {
      const { fromRoot, toRoot, proof } = proofs.consistency(from, to);
      const bytes = (text: string): Uint8Array => decodeBase64(text) ?? new Uint8Array(0);
      const claim = { from, to, fromRoot: bytes(fromRoot), toRoot: bytes(toRoot), proof: proof.map(bytes) };
      expect(consistencyFault(claim, hasher)).toBeNull();
    }
    expect(() => proofs.consistency(3, 2)).toThrow('tree.bad-size');
  });

  it('serves tiles that hold what their place says', async () => {
    const { log, proofs } = await served();
    const leaves = log.store.leaves(0, SIZE);
    expect(proofs.tile('tile/0/001')).toEqual(Buffer.concat(leaves.slice(256, 512).map(({ hash }) => hash)));
    expect(proofs.tile('tile/0/002.p/18')).toEqual(Buffer.concat(leaves.slice(512).map(({ hash }) => hash)));
    expect(proofs.tile('tile/1/000.p/2')).toHaveLength(64);
    expect(proofs.tile('tile/1/000.p/3')).toBeNull();
    expect(proofs.tile('tile/0/002')).toBeNull();
    // No tile is wider than 256, even where there are as many hashes.
    expect(proofs.tile('tile/0/000.p/300')).toBeNull();
    expect(proofs.tile('nonsense')).toBeNull();
  });

  it('serves entries with their length in front', async () => {
    const { log, proofs } = await served();
    const bundle = Buffer.from(proofs.tile('tile/entries/002.p/18') ?? []);
    const entries: string[] = [];
    for (let at = 0; at < bundle.length; at += 2 + bundle.readUInt16BE(at)) {
      entries.push(bundle.toString('utf8', at + 2, at + 2 + bundle.readUInt16BE(at)));
    }
    expect(entries).toEqual(log.store.leaves(512, SIZE).map(({ entry }) => entry));
  });

  it('shows the newest checkpoint with its cosignatures', async () => {
    const { log, proofs } = await served();
    expect(proofs.checkpoint()?.size).toBe(SIZE);
    const before = proofs.checkpoint()?.note ?? '';
    log.store.addCosignature(SIZE, '— witness.example AAAAAAA=\n');
    log.store.addCosignature(SIZE, '— witness.example AAAAAAA=\n');
    expect(proofs.checkpoint()?.note).toBe(`${before}— witness.example AAAAAAA=\n`);
    await growSealed(log, [storedEvent(SIZE)]);
    expect(proofs.checkpoint()?.size).toBe(SIZE + 1);
  });
});
