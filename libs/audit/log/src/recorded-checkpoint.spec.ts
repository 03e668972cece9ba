import { hash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '@duban/event-store';
import { hasNewsFrom, isHousekeeping } from './housekeeping.ts';
import { keysNamed } from './pinned-keys.ts';
import { nameOfRecord, recordedOf } from './recorded-checkpoint.ts';
import type { SealedLeaf } from './tile-store.port.ts';

const data = { origin: 'log', size: 3, rootHash: 'AA==', note: 'log\n', verifierKeys: ['k'] };
const record = (over: object): StoredEvent =>
  ({
    stream: 'checkpoint-events',
    revision: 7,
    type: 'CheckpointSealed',
    schemaVersion: 1,
    data,
    ...over,
  }) as unknown as StoredEvent;

describe('a head that is written down', () => {
  it('is read as it stands', () => {
    expect(recordedOf(record({}))).toEqual(data);
    expect(recordedOf(record({ data: { ...data, verifierKeys: [] } }))).toMatchObject({ verifierKeys: [] });
  });

  it.each<[string, object]>([
    ['is of another type', { type: 'CheckpointSigned' }],
    ['has no origin', { data: { ...data, origin: 1 } }],
    ['has no size', { data: { ...data, size: '3' } }],
    ['has no root', { data: { ...data, rootHash: null } }],
    ['has no note', { data: { ...data, note: undefined } }],
    ['has no keys', { data: { ...data, verifierKeys: 'k' } }],
    ['has a key that is none', { data: { ...data, verifierKeys: ['k', 1] } }],
  ])('is forged where it %s, and named', (_how, over) => {
    expect(() => recordedOf(record(over))).toThrow('audit.note-forged: checkpoint-events@7 is no checkpoint');
    expect(nameOfRecord(record(over))).toBe('checkpoint-events@7');
  });

  it('is not judged by an older release', () => {
    expect(() => recordedOf(record({ schemaVersion: 2 }))).toThrow(
      'event.version-unknown: CheckpointSealed 2: run a newer release',
    );
  });
});

describe('what processes write about their own work', () => {
  it('is known by its type', () => {
    const own = ['CheckpointSealed', 'LeaseTaken', 'RelayPaused'];
    const news = ['ItemAssigned', 'CheckpointSealedAgain', 'XLease', 'MyRelay', 'XCheckpointSealed'];
    expect([own.map(isHousekeeping), news.map(isHousekeeping)]).toEqual([
      Array(3).fill(true),
      Array(5).fill(false),
    ]);
  });

  it('is no news, however much there is of it', () => {
    const typed = (types: readonly string[]) => ({
      leaves: (from: number, to: number) =>
        types.slice(from, to).map((type) => ({ entry: JSON.stringify({ type }) }) as SealedLeaf),
    });
    const quiet = Array<string>(600).fill('LeaseTaken');
    expect(hasNewsFrom(typed(quiet), 0)).toBe(false);
    expect(hasNewsFrom(typed([...quiet, 'ItemAssigned']), 0)).toBe(true);
    expect(hasNewsFrom(typed(['ItemAssigned', ...quiet]), 1)).toBe(false);
    expect(hasNewsFrom(typed([...quiet.slice(0, 256), 'ItemAssigned']), 0)).toBe(true);
    expect(hasNewsFrom(typed(quiet.slice(0, 256)), 0)).toBe(false);
    expect(hasNewsFrom(typed([]), 0)).toBe(false);
  });
});

describe('pinned keys', () => {
  const key = (name: string): string => {
    const material = Buffer.concat([Uint8Array.of(1), new Uint8Array(32).fill(7)]);
    const id = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), material]), 'hex').slice(0, 8);
    return `${name}+${id}+${material.toString('base64')}`;
  };

  it('are those by the name of the log; other lines are passed over', () => {
    const lines = [key('log'), 'x', key('other'), ''];
    expect(keysNamed('log', lines)).toEqual([key('log')]);
    expect(keysNamed('nobody', lines)).toEqual([]);
  });
});
