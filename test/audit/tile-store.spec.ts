import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  edgeOf,
  hasherOf,
  openAuditLog,
  openSqliteTileStore,
  rootAt,
  type SealedLeaf,
  type TileStore,
} from '@duban/audit-log';
import { LOG_START } from '@duban/kernel';
import { positionOf, storedEvent, storedEvents } from './fake-log.ts';
import { growSealed, sealedLog } from './sealed-log.ts';

const ORIGIN = 'duban.example/npcsc/sha256';
const open = (path = ':memory:'): TileStore => openSqliteTileStore(path, ORIGIN, 'sha256');
const file = (): string => join(mkdtempSync(join(tmpdir(), 'duban-tiles-')), 'tiles.sqlite');
const leaf = (index: number): SealedLeaf => ({
  index,
  eventId: `e${index}`,
  position: positionOf((index + 1) * 10),
  hash: Buffer.alloc(32, index),
  entry: `{"n":${index}}`,
});
const leaves = (from: number, to: number): SealedLeaf[] =>
  Array.from({ length: to - from }, (_, n) => leaf(from + n));

describe('the tile store', () => {
  it('gives back what was put in, by index, event and position', () => {
    const store = open();
    expect([store.size(), store.lastPosition(), store.latestCheckpoint()]).toEqual([0, LOG_START, null]);
    expect(store.append(0, leaves(0, 9), [{ level: 4, index: 0, hash: Buffer.alloc(32, 99) }])).toBe(true);
    expect([store.size(), store.lastPosition()]).toEqual([9, positionOf(90)]);
    expect(store.leaves(3, 5).map((one) => ({ ...one, hash: Buffer.from(one.hash) }))).toEqual(leaves(3, 5));
    expect(store.hashes(0, 7, 99).map((hash) => hash[0])).toEqual([7, 8]);
    expect(store.hashes(4, 0, 1).map((hash) => hash[0])).toEqual([99]);
    expect([store.hashes(4, 1, 2), store.hashes(8, 0, 1)]).toEqual([[], []]);
    expect([store.findEvent('e4')?.index, store.findEvent('x')]).toEqual([4, null]);
    for (const { index, position } of leaves(0, 9)) expect(store.findPosition(position)?.index).toBe(index);
    for (const place of [1, 15, 85, 99]) expect(store.findPosition(positionOf(place))).toBeNull();
  });

  it('finds the first leaf of an event that stands in the log twice', () => {
    const store = open();
    store.append(0, [leaf(0), { ...leaf(1), eventId: 'e0' }], []);
    expect(store.findEvent('e0')?.index).toBe(0);
  });

  it('finds nothing in an empty log', () => {
    expect([open().findPosition(positionOf(10)), open().findEvent('e0')]).toEqual([null, null]);
  });

  it('has each head once, in order of size, with its cosignatures', () => {
    const store = open();
    for (const size of [9, 3, 5])
      store.addCheckpoint({ size, root: Buffer.alloc(32, size), note: `n${size}\n` });
    store.addCheckpoint({ size: 9, root: Buffer.alloc(32), note: 'again\n' });
    store.addCosignature(5, '— b x\n');
    store.addCosignature(5, '— a x\n');
    store.addCosignature(5, '— a x\n');
    const { size, root, note } = store.latestCheckpoint() ?? {};
    expect([size, root?.[0], note]).toEqual([9, 9, 'n9\n']);
    expect(store.checkpoints(3, 9).map((one) => [one.size, one.note])).toEqual([
      [5, 'n5\n— a x\n— b x\n'],
      [9, 'n9\n'],
    ]);
    expect(store.checkpoints(0, 2).map((one) => one.size)).toEqual([3, 5]);
  });

  it('takes all of a portion or nothing', () => {
    const store = open();
    store.append(0, leaves(0, 3), []);
    expect(() => store.append(3, [leaf(3), leaf(2)], [])).toThrow('UNIQUE');
    expect(store.size()).toBe(3);
    expect(store.append(4, [leaf(4)], [])).toBe(false);
    expect(store.append(3, [leaf(3)], [])).toBe(true);
  });

  it('is the same for two who have it open, and after it was closed', () => {
    const path = file();
    const [one, other] = [open(path), open(path)];
    expect([one.append(0, leaves(0, 2), []), other.append(0, leaves(0, 2), [])]).toEqual([true, false]);
    expect(other.append(2, leaves(2, 3), [])).toBe(true);
    one.close();
    other.close();
    expect(() => one.size()).toThrow('finalized');
    const again = open(path);
    expect(again.size()).toBe(3);
    again.close();
  });

  it('says whose it is to somebody with another log', () => {
    const path = file();
    open(path).close();
    expect(() => openSqliteTileStore(path, 'another/sha256', 'sha256')).toThrow(
      `audit.other-log: the origin of this file is ${ORIGIN}, not another/sha256; use its own settings`,
    );
    expect(() => openSqliteTileStore(path, ORIGIN, 'sm3')).toThrow(
      'the hash of this file is sha256, not sm3',
    );
  });
});

describe('a tree from its tiles', () => {
  const hasher = hasherOf('sha256');

  it('has the same edge and roots as the tree that grew, at every size', async () => {
    const log = sealedLog();
    await growSealed(log, storedEvents(0, 70));
    for (const { size, root } of log.store.checkpoints(0, 99)) {
      expect(Buffer.from(rootAt(log.store, size, hasher))).toEqual(Buffer.from(root));
    }
    expect(rootAt(log.store, 0, hasher)).toEqual(hasher.emptyRoot);
    expect(edgeOf(log.store, 70, hasher)).toHaveLength(3);
  });

  it('keeps every fourth level above the leaves, and only finished nodes', async () => {
    const log = sealedLog();
    await growSealed(log, storedEvents(0, 270));
    const width = (level: number) => log.store.hashes(level, 0, 999).length;
    expect([1, 2, 3, 4, 5, 8, 12].map(width)).toEqual([0, 0, 0, 16, 0, 1, 0]);
  });

  it('is not made up where a node is missing', () => {
    const store = open();
    store.append(0, leaves(0, 3), []);
    expect(() => rootAt(store, 4, hasher)).toThrow('tree.missing-node: level 2, index 0');
    expect(() => rootAt(store, 16, hasher)).toThrow('tree.missing-node');
  });
});

it('the sealer says what it found in the place of what it had sealed', async () => {
  const log = sealedLog();
  await growSealed(log, storedEvents(0, 30));
  const { position } = storedEvent(29);
  const removed = log.events.pop();
  await expect(log.sealer.seal()).rejects.toThrow(`audit.log-behind: the log ends before ${position}`);
  log.events.push(storedEvent(30));
  await expect(log.sealer.seal()).rejects.toThrow(
    `audit.log-rewritten: the event at ${position} is not the sealed one`,
  );
  log.events.splice(-1, 1, { ...storedEvent(29), type: 'ItemClosed' });
  await expect(log.sealer.seal()).rejects.toThrow('audit.log-rewritten');
  log.events.splice(-1, 1, ...(removed === undefined ? [] : [removed]));
  expect((await log.sealer.seal())?.size).toBe(30);
});

it('the sealer names the head that was signed where it is not that of its log', async () => {
  const log = sealedLog();
  await growSealed(log, storedEvents(0, 30));
  const restored = sealedLog({ key: log.key, guard: log.guard });
  restored.events.push(...storedEvents(0, 20));
  await expect(restored.sealer.seal()).rejects.toThrow('a head of 30 was signed, here are 20');
  const forked = sealedLog({ key: log.key, guard: log.guard });
  forked.events.push(...storedEvents(0, 40, 'forge'));
  await expect(forked.sealer.seal()).rejects.toThrow('the first 30 records are not those that were signed');
});

it('closed proofs hold neither their files nor their lock', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'duban-closed-'));
  const log = openAuditLog({ dataDir, tenant: 'cq', hash: 'sha256', subject: 'events', createKey: true });
  log.close();
  expect(() => log.store.size()).toThrow('finalized');
  await expect(log.trySeal(sealedLog().reader)).rejects.toThrow('not open');
});
