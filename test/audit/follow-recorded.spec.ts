import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  auditFiles,
  auditOrigin,
  createLogKeys,
  createSealer,
  ed25519NoteKey,
  ed25519Signer,
  openAuditLog,
  openSqliteTileStore,
  type RecordedCheckpoint,
} from '@duban/audit-log';
import { formatVerifierKey } from '@duban/audit-tree';
import { nodePrimitives, verifyBundle } from '@duban/audit-verify';
import type { EventStore, NewEvent } from '@duban/event-store';
import { fakeReader, storedEvent, storedEvents } from './fake-log.ts';
import { memoryGuard, newKey } from './sealed-log.ts';
import { appendTo, member, openStore, passMs, placeOf, recordsOf, withKey } from './recording-scene.ts';

const origin = auditOrigin(placeOf('signer'));

/** Writes down whatever is wanted, as somebody could who has got at the log. */
const smuggle = async (store: EventStore, data: object, schemaVersion = 1): Promise<void> => {
  const { recordedAt: _recordedAt, ...metadata } = storedEvent(1).metadata;
  const id = `record-${String((await recordsOf(store)).length)}-${String(Math.random())}`;
  const event: NewEvent = {
    ...{ id, type: 'CheckpointSealed', schemaVersion, metadata: { ...metadata, commandId: id } },
    data: data as NewEvent['data'],
  };
  const { outcome } = await store.append('checkpoint-events', [event], 'any');
  expect(outcome).toBe('appended');
};

/** A log with two records of a case and a head over them, and a process that only follows. */
const scene = async () => {
  const store = openStore();
  const signer = member(store, withKey(placeOf('signer')));
  await appendTo(store);
  await appendTo(store);
  await signer.round();
  const follower = openAuditLog(placeOf('follower'));
  return { store, signer, follower };
};

type Scene = Awaited<ReturnType<typeof scene>>;

const nextRecord = async ({ store, signer }: Scene): Promise<RecordedCheckpoint> => {
  passMs(30_000);
  await appendTo(store);
  await signer.audit.seal(store);
  const { size = 0, root = new Uint8Array(0), note = '' } = signer.audit.store.latestCheckpoint() ?? {};
  const rootHash = Buffer.from(root).toString('base64');
  return { origin, size, rootHash, note, verifierKeys: signer.audit.verifierKeys() };
};

/** A head over other records, or by another key. */
const headOf = async (words: string, size: number, key = newKey()): Promise<RecordedCheckpoint> => {
  const tiles = openSqliteTileStore(':memory:', origin, 'sha256');
  const reader = fakeReader(storedEvents(0, size, words));
  const signers = [ed25519Signer(origin, key)];
  const sealer = createSealer({
    reader,
    store: tiles,
    origin,
    hash: 'sha256',
    signers,
    guard: memoryGuard(),
  });
  const { root, note } = (await sealer.seal()) ?? { root: new Uint8Array(0), note: '' };
  const verifierKeys = [formatVerifierKey(ed25519NoteKey(origin, key))];
  return { origin, size, rootHash: Buffer.from(root).toString('base64'), note, verifierKeys };
};

describe('a process that only serves proofs', () => {
  it('takes over the head that was written down, and proves what lies under it, without a key', async () => {
    const { store, signer, follower } = await scene();
    expect((await follower.seal(store))?.note).toBe(signer.audit.store.latestCheckpoint()?.note);
    const { events } = await store.readStream('case-1');
    for (const { id } of events) {
      expect(follower.proofs.proofText({ id })).toBe(signer.audit.proofs.proofText({ id }));
    }
    const lines: string[] = [];
    await follower.export(store, (line) => void lines.push(line));
    const keys = [...signer.audit.verifierKeys()];
    expect(await verifyBundle(lines, { keys }, nodePrimitives)).toMatchObject({ result: 'good' });
    expect(follower.verifierKeys()).toEqual(keys);
  });

  it('has all of them, in whatever portions it followed', async () => {
    const parts = await scene();
    await parts.follower.seal(parts.store);
    for (let n = 0; n < 3; n += 1) {
      await smuggle(parts.store, await nextRecord(parts));
      await parts.follower.seal(parts.store);
    }
    const late = openAuditLog(placeOf('follower'));
    await late.seal(parts.store);
    const heads = late.store.checkpoints(0, 99).map(({ size, note }) => [size, note]);
    expect(heads.map(([size]) => size)).toEqual([2, 4, 6, 8]);
    expect(parts.follower.store.checkpoints(0, 99).map(({ size, note }) => [size, note])).toEqual(heads);
    expect(late.store.adoptedRevision()).toBe(3);
  });

  it.each([
    ['a signature that was altered', 'audit.note-forged', (data) => ({ ...data, note: flipped(data.note) })],
    ['a note about another size', 'audit.note-forged', (data) => ({ ...data, size: data.size - 1 })],
    ['a note about another root', 'audit.note-forged', (data) => ({ ...data, rootHash: 'AAAA' })],
    ['a note that is none', 'audit.note-forged', (data) => ({ ...data, note: 'x' })],
    ['no checkpoint at all', 'audit.note-forged', () => ({ size: 3 })],
    ['a head of another log', 'audit.other-log', (data) => ({ ...data, origin: 'duban/x/sha256' })],
  ] as [string, string, (data: RecordedCheckpoint) => object][])(
    'does not serve %s, nor what comes behind it',
    async (_what, code, alter) => {
      const parts = await scene();
      const { store, follower } = parts;
      await follower.seal(store);
      const good = await nextRecord(parts);
      await smuggle(store, alter(good));
      await smuggle(store, good);
      await expect(follower.seal(store)).rejects.toMatchObject({ code });
      expect(follower.proofs.checkpoint()?.size).toBe(2);
      await expect(follower.seal(store)).rejects.toMatchObject({ code });
    },
  );

  it('stops at the record of a newer release', async () => {
    const parts = await scene();
    await smuggle(parts.store, await nextRecord(parts), 2);
    await expect(parts.follower.seal(parts.store)).rejects.toMatchObject({ code: 'event.version-unknown' });
  });

  it('believes no key because a later record brings it along, but as soon as it is pinned', async () => {
    const parts = await scene();
    const { store } = parts;
    const options = placeOf('follower');
    const follower = openAuditLog(options);
    await follower.seal(store);
    const forged = { ...(await headOf('forge', 2)), size: 2 };
    await smuggle(store, forged);
    await expect(follower.seal(store)).rejects.toMatchObject({ code: 'audit.key-unknown' });
    expect(follower.verifierKeys()).toEqual(parts.signer.audit.verifierKeys());
    const lines = [...follower.verifierKeys(), ...forged.verifierKeys];
    writeFileSync(auditFiles(options).verifierKeys, `${lines.join('\n')}\n`);
    // Its key is believed now, and what it signed is another history.
    await expect(follower.seal(store)).rejects.toMatchObject({ code: 'audit.fork' });
    expect(follower.proofs.checkpoint()?.size).toBe(2);
  });

  it('believes a key that was pinned before rather than the first one that it meets', async () => {
    const { store, signer } = await scene();
    const options = placeOf('follower');
    createLogKeys(options, { sm2: false });
    const follower = openAuditLog(options);
    await expect(follower.seal(store)).rejects.toMatchObject({ code: 'audit.key-unknown' });
    expect(follower.proofs.checkpoint()).toBeNull();
    writeFileSync(auditFiles(options).verifierKeys, `${signer.audit.verifierKeys().join('\n')}\n`);
    expect((await follower.seal(store))?.size).toBe(2);
  });

  it('pins no key of a first head that is not one of this log', async () => {
    const store = openStore();
    await appendTo(store);
    await smuggle(store, await headOf('forge', 1));
    const follower = openAuditLog(placeOf('follower'));
    await expect(follower.seal(store)).rejects.toMatchObject({ code: 'audit.fork' });
    expect([follower.verifierKeys(), follower.proofs.checkpoint()]).toEqual([[], null]);
  });

  it.each([2, 50])('takes a head over %d records, its own among them, for what it is', async (size) => {
    const store = openStore();
    const options = withKey(placeOf('signer'));
    await appendTo(store);
    await smuggle(store, await headOf('rectify', size));
    await expect(openAuditLog(options).seal(store)).rejects.toMatchObject({ code: 'audit.key-unknown' });
    const follower = openAuditLog(placeOf('follower'));
    await expect(follower.seal(store)).rejects.toMatchObject({ code: 'audit.fork' });
  });
});

const flipped = (note: string): string => {
  const at = note.length - 20;
  return `${note.slice(0, at)}${note[at] === 'A' ? 'B' : 'A'}${note.slice(at + 1)}`;
};

describe('a worker that takes over', () => {
  it('signs nothing beside a head that is not one of its tree', async () => {
    const { store, signer } = await scene();
    const standBy = placeOf('signer');
    cpSync(join(signer.options.dataDir, 'keys'), join(standBy.dataDir, 'keys'), { recursive: true });
    const own = openAuditLog(standBy);
    await own.seal(store);
    const { key } = auditFiles(standBy);
    const { createPrivateKey } = await import('node:crypto');
    const { readFileSync } = await import('node:fs');
    await smuggle(store, await headOf('forge', 2, createPrivateKey(readFileSync(key, 'utf8'))));
    await appendTo(store);
    await expect(own.seal(store)).rejects.toMatchObject({ code: 'audit.fork' });
    await expect(own.tryPrepare(store)).rejects.toMatchObject({ code: 'audit.fork' });
    expect(own.store.latestCheckpoint()?.size).toBe(3);
  });

  it('signs with no other key than the heads in the log have', async () => {
    const { store } = await scene();
    const other = placeOf('signer');
    const own = openAuditLog(other);
    await expect(own.seal(store)).rejects.toMatchObject({ code: 'audit.key-missing' });
    const elsewhere = withKey(placeOf('signer'));
    cpSync(join(elsewhere.dataDir, 'keys'), join(other.dataDir, 'keys'), { recursive: true });
    await expect(own.seal(store)).rejects.toMatchObject({ code: 'audit.key-unknown' });
    const changed = `${[...own.verifierKeys(), ...openAuditLog(elsewhere).verifierKeys()].join('\n')}\n`;
    writeFileSync(auditFiles(other).verifierKeys, changed);
    expect((await own.seal(store))?.size).toBe(3);
  });
});
