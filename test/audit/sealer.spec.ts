import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { compactRange, openNote, parseCheckpoint, type TreeHasher } from '@duban/audit-tree';
import {
  createSealer,
  ed25519Signer,
  hasherOf,
  jcs,
  leafEntry,
  openSqliteTileStore,
  verifierOf,
  type HashName,
  type TileStore,
} from '@duban/audit-log';
import { bundleOf, growSealed, memoryGuard, newKey, sealedLog } from './sealed-log.ts';
import { storedEvent, storedEvents } from './fake-log.ts';

const rootOf = (entries: readonly string[], hasher: TreeHasher): Uint8Array => {
  const range = compactRange(hasher);
  for (const entry of entries) range.append(hasher.hashLeaf(Buffer.from(entry)));
  return range.root();
};

describe('the sealer', () => {
  it.each<HashName>(['sha256', 'sm3'])('signs the tree of all events in log order (%s)', async (hash) => {
    const log = sealedLog({ hash });
    log.events.push(...storedEvents(0, 600));
    const sealed = await log.sealer.seal();
    const entries = log.events.map((event) => leafEntry(event, hash));
    const head = parseCheckpoint(openNote(sealed?.note ?? '', [verifierOf(log.verifierKey)]).text);
    expect([head.origin, head.size]).toEqual([`duban.example/npcsc/${hash}`, 600]);
    expect(Buffer.from(head.root)).toEqual(rootOf(entries, hasherOf(hash)));
  });

  it('makes the leaf record that the standard page names', () => {
    const entry: unknown = JSON.parse(leafEntry(storedEvent(4), 'sha256'));
    expect(jcs(entry)).toBe(leafEntry(storedEvent(4), 'sha256'));
    expect(entry).toEqual({
      v: 1,
      stream: 'case-1',
      revision: 1,
      position: 'fake1.00000000000000000050',
      id: 'event-4-rectify',
      type: 'ItemAssigned',
      recorded: '2026-03-05T01:00:04.000Z',
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
  });

  it('leaves out of the digest what an adapter may add', () => {
    const event = storedEvent(4);
    expect(leafEntry({ ...event, cost: 7 } as typeof event, 'sha256')).toBe(leafEntry(event, 'sha256'));
  });

  it('signs nothing while the log is empty, and nothing twice', async () => {
    const log = sealedLog();
    expect(await log.sealer.seal()).toBeNull();
    log.events.push(...storedEvents(0, 3));
    const first = await log.sealer.seal();
    expect(await log.sealer.seal()).toEqual(first);
    expect(log.store.checkpoints(0, 9)).toHaveLength(1);
  });

  it('follows without signing', async () => {
    const log = sealedLog();
    log.events.push(...storedEvents(0, 12));
    expect(await log.sealer.follow()).toBe(12);
    expect(log.store.latestCheckpoint()).toBeNull();
  });

  it('writes the same bytes whether it ran once or often', async () => {
    const key = newKey();
    const often = sealedLog({ key });
    await growSealed(often, storedEvents(0, 40));
    const late = sealedLog({ key });
    late.events.push(...storedEvents(0, 40));
    await late.sealer.seal();
    expect((await bundleOf(late)).at(-2)).toBe((await bundleOf(often)).at(-2));
    expect(await bundleOf(often)).toEqual(await bundleOf(often));
  });
});

describe('a crash of the sealer', () => {
  // Each step that writes fails once, before or after it took effect.
  const failing = (store: TileStore, step: 'append' | 'addCheckpoint', after: boolean) => {
    let armed = true;
    const crash = () => {
      if (!armed) return;
      armed = false;
      throw new Error('power cut');
    };
    const { append, addCheckpoint } = store;
    const broken: TileStore = {
      ...store,
      append: (size, leaves, nodes) => {
        if (step === 'append' && !after) crash();
        const done = append(size, leaves, nodes);
        if (step === 'append' && after) crash();
        return done;
      },
      addCheckpoint: (checkpoint) => {
        if (step === 'addCheckpoint' && !after) crash();
        addCheckpoint(checkpoint);
        if (step === 'addCheckpoint' && after) crash();
      },
    };
    return broken;
  };

  it.each([
    ['before the leaves are stored', 'append', false],
    ['after the leaves are stored', 'append', true],
    ['after the head is remembered, before it is stored', 'addCheckpoint', false],
    ['after the checkpoint is stored', 'addCheckpoint', true],
  ] as const)('%s is harmless', async (_when, step, after) => {
    const key = newKey();
    const unharmed = sealedLog({ key });
    await growSealed(unharmed, storedEvents(0, 20));
    const log = sealedLog({ key });
    const broken = failing(log.store, step, after);
    const signers = [ed25519Signer(log.origin, key)];
    const sealer = createSealer({ ...log, store: broken, signers, pageSize: 5 });
    log.events.push(...storedEvents(0, 10));
    await expect(sealer.seal()).rejects.toThrow('power cut');
    await growSealed(log, storedEvents(10, 20));
    expect((await bundleOf(log)).filter((line) => !line.startsWith('{"checkpoint"'))).toEqual(
      (await bundleOf(unharmed)).filter((line) => !line.startsWith('{"checkpoint"')),
    );
    expect(log.store.latestCheckpoint()).toEqual(unharmed.store.latestCheckpoint());
  });

  it('leaves a second sealer that lost the race with the same tree', async () => {
    const log = sealedLog();
    log.events.push(...storedEvents(0, 30));
    const sizes = await Promise.all([log.sealer.seal(), log.sealer.seal(), log.sealer.follow()]);
    expect(sizes.map((one) => (typeof one === 'number' ? one : one?.size))).toEqual([30, 30, 30]);
    expect(log.store.checkpoints(0, 9)).toHaveLength(1);
  });
});

describe('the sealer never signs a second history', () => {
  it('when an old backup of both logs came back', async () => {
    const log = sealedLog();
    await growSealed(log, storedEvents(0, 30));
    const restored = sealedLog({ key: log.key, guard: log.guard });
    restored.events.push(...storedEvents(0, 20));
    await expect(restored.sealer.seal()).rejects.toMatchObject({ code: 'audit.rolled-back' });
    expect(restored.store.latestCheckpoint()).toBeNull();
  });

  it('when the backup grew on differently', async () => {
    const log = sealedLog();
    await growSealed(log, storedEvents(0, 30));
    const forked = sealedLog({ key: log.key, guard: log.guard });
    forked.events.push(...storedEvents(0, 20), ...storedEvents(20, 40, 'forge'));
    await expect(forked.sealer.seal()).rejects.toMatchObject({ code: 'audit.fork' });
    expect(forked.store.latestCheckpoint()).toBeNull();
  });

  it('when only the proofs were restored it takes the same path again', async () => {
    const log = sealedLog();
    await growSealed(log, storedEvents(0, 30));
    const again = sealedLog({ key: log.key, guard: log.guard });
    again.events.push(...storedEvents(0, 30));
    expect((await again.sealer.seal())?.note).toBe(log.store.latestCheckpoint()?.note);
  });

  it('when the log ends before what is sealed', async () => {
    const log = sealedLog();
    await growSealed(log, storedEvents(0, 30));
    log.events.length = 25;
    await expect(log.sealer.seal()).rejects.toMatchObject({ code: 'audit.log-behind' });
  });

  it('when the last sealed event is another now', async () => {
    const log = sealedLog();
    await growSealed(log, storedEvents(0, 30));
    log.events[29] = { ...storedEvent(29), data: { item: 'milder' } };
    log.events.push(storedEvent(30));
    await expect(log.sealer.seal()).rejects.toMatchObject({ code: 'audit.log-rewritten' });
    expect(log.store.size()).toBe(30);
  });

  it('when a tile row was altered below the last head', async () => {
    const log = sealedLog({ guard: memoryGuard() });
    await growSealed(log, storedEvents(0, 30));
    const lying: TileStore = {
      ...log.store,
      hashes: (level, from, to) =>
        log.store.hashes(level, from, to).map((one) => (from === 0 ? one.toReversed() : one)),
    };
    const sealer = createSealer({ ...log, store: lying, signers: [ed25519Signer(log.origin, log.key)] });
    log.events.push(storedEvent(30));
    await expect(sealer.seal()).rejects.toMatchObject({ code: 'audit.fork' });
  });
});

describe('the tile store', () => {
  it('belongs to one log for ever', async () => {
    const { mkdtempSync } = await import('node:fs');
    const path = `${mkdtempSync(join(tmpdir(), 'duban-tiles-'))}/proofs.sqlite`;
    openSqliteTileStore(path, 'duban.example/a/sha256', 'sha256').close();
    expect(() => openSqliteTileStore(path, 'duban.example/b/sha256', 'sha256')).toThrow('audit.other-log');
    expect(() => openSqliteTileStore(path, 'duban.example/a/sha256', 'sm3')).toThrow('audit.other-log');
  });

  it('refuses to change or remove anything', async () => {
    const { mkdtempSync } = await import('node:fs');
    const { DatabaseSync } = await import('node:sqlite');
    const path = `${mkdtempSync(join(tmpdir(), 'duban-tiles-'))}/proofs.sqlite`;
    const store = openSqliteTileStore(path, 'duban.example/npcsc/sha256', 'sha256');
    const log = sealedLog({ store });
    await growSealed(log, storedEvents(0, 300));
    store.addCosignature(300, '— w x\n');
    store.close();
    const database = new DatabaseSync(path);
    for (const table of ['identity', 'leaf', 'node', 'checkpoint', 'cosignature']) {
      expect(() => {
        database.exec(`DELETE FROM ${table}`);
      }).toThrow('audit.append-only');
    }
    expect(() => {
      database.exec("UPDATE leaf SET entry = '' WHERE idx = 3");
    }).toThrow('audit.append-only');
    database.close();
  });

  it('writes nothing for a sealer that counted wrong', () => {
    const { store } = sealedLog();
    const leaf = {
      index: 1,
      eventId: 'e',
      position: storedEvent(1).position,
      hash: new Uint8Array(32),
      entry: '{}',
    };
    expect(store.append(1, [leaf], [])).toBe(false);
    expect(store.size()).toBe(0);
  });
});
