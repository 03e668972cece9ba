import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openLease, recordCheckpoints } from '@duban/application';
import { checkpointSource, openAuditLog } from '@duban/audit-log';
import type { EventStore } from '@duban/event-store';
import { until } from '@duban/testing';
import {
  appendTo,
  clock,
  EVERY_MS,
  lengthOf,
  member,
  openStore,
  passMs,
  placeOf,
  recordsOf,
  times,
  withKey,
} from './recording-scene.ts';

const ASLEEP = null;

const sizesOf = async (store: EventStore): Promise<readonly unknown[]> =>
  (await recordsOf(store)).map(({ data }) => data['size']);

describe('a head that is written down in the log', () => {
  it.each(['alone', 'signer'] as const)(
    'never feeds on itself: an idle log grows no more (%s)',
    async (part) => {
      const store = openStore();
      const { round } = member(store, withKey(placeOf(part)));
      await appendTo(store);
      await appendTo(store);
      expect(await round()).toBe(0);
      for (let times = 0; times < 50; times += 1) {
        passMs(EVERY_MS);
        expect(await round()).toBe(ASLEEP);
      }
      expect([await lengthOf(store), await sizesOf(store)]).toEqual([3, [2]]);
    },
  );

  it('says what the note says, with the key that signed it', async () => {
    const store = openStore();
    const { audit, round } = member(store, withKey(placeOf('signer')));
    await appendTo(store);
    await round();
    const [record] = await recordsOf(store);
    const { root, note } = audit.store.latestCheckpoint() ?? { root: [], note: '' };
    const rootHash = Buffer.from(root).toString('base64');
    const verifierKeys = audit.verifierKeys();
    expect(record?.data).toEqual({ origin: 'duban/cq/sha256', size: 1, rootHash, note, verifierKeys });
    expect(verifierKeys).toHaveLength(1);
  });

  it.each([
    ['LeaseTaken', 'lease-worker'],
    ['RelayAdvanced', 'relay-kafka'],
  ])('is not made for %s, but covers it', async (type, stream) => {
    const store = openStore();
    const { round } = member(store, withKey(placeOf('signer')));
    await appendTo(store, type, stream);
    expect(await round()).toBe(ASLEEP);
    await appendTo(store);
    await round();
    passMs(EVERY_MS);
    await appendTo(store, type, stream);
    expect(await round()).toBe(ASLEEP);
    expect(await sizesOf(store)).toEqual([2]);
  });

  it('comes at most once in thirty seconds, whoever made the last one', async () => {
    const store = openStore();
    const first = withKey(placeOf('signer'));
    const second = placeOf('signer');
    cpSync(join(first.dataDir, 'keys'), join(second.dataDir, 'keys'), { recursive: true });
    const members = [member(store, first), member(store, second)];
    for (let second = 0; second < 95; second += 1) {
      await appendTo(store);
      for (const { round } of members) await round();
      passMs(1_000);
    }
    const at = (await recordsOf(store)).map(({ metadata }) => Date.parse(metadata.recordedAt));
    expect(at.length).toBe(4);
    for (const [index, each] of at.entries()) {
      if (index > 0) expect(each - (at[index - 1] ?? 0)).toBeGreaterThanOrEqual(EVERY_MS);
    }
  });

  it('does not wait for a wall clock that was set back, or stands still', async () => {
    const store = openStore();
    const { round } = member(store, withKey(placeOf('signer')));
    await appendTo(store);
    await round();
    times.wall -= 3_600_000;
    await appendTo(store);
    expect(await round()).toBeGreaterThan(0);
    times.steady += EVERY_MS;
    expect(await round()).toBe(0);
    expect(await sizesOf(store)).toEqual([1, 3]);
    times.wall += 3_600_000;
  });
});

describe('a crash of whoever signs', () => {
  it('between signing and writing down leaves a head that the next one grows from', async () => {
    const store = openStore();
    const options = withKey(placeOf('signer'));
    await appendTo(store);
    await openAuditLog(options).seal(store);
    await appendTo(store);
    await member(store, options).round();
    expect(await sizesOf(store)).toEqual([2]);
  });

  it('between writing down and knowing of it writes nothing twice', async () => {
    const store = openStore();
    const options = withKey(placeOf('signer'));
    await appendTo(store);
    const unheard: EventStore = {
      ...store,
      append: async (...append) => {
        await store.append(...append);
        throw new Error('power cut');
      },
    };
    await expect(member(unheard, options).round()).rejects.toThrow('power cut');
    passMs(EVERY_MS);
    expect(await member(store, options).round()).toBe(ASLEEP);
    expect(await sizesOf(store)).toEqual([1]);
  });

  it('and of its folder, but for the key, leaves the tree to be continued', async () => {
    const store = openStore();
    const options = withKey(placeOf('signer'));
    await appendTo(store);
    await member(store, options).round();
    passMs(EVERY_MS);
    const standBy = placeOf('signer');
    cpSync(join(options.dataDir, 'keys'), join(standBy.dataDir, 'keys'), { recursive: true });
    await appendTo(store);
    const { round, audit } = member(store, standBy);
    await round();
    expect([await sizesOf(store), audit.proofs.consistency(1, 3).proof.length]).toEqual([[1, 3], 2]);
  });
});

describe('of two that sign at the same time', () => {
  it.each(['before', 'after'] as const)('one is refused: the other wrote %s it signed', async (when) => {
    const store = openStore();
    const options = withKey(placeOf('signer'));
    const standBy = placeOf('signer');
    cpSync(join(options.dataDir, 'keys'), join(standBy.dataDir, 'keys'), { recursive: true });
    await appendTo(store);
    const faster = member(store, standBy);
    const slower = member(store, options, {
      [when]: async () => {
        await faster.round();
      },
    });
    expect(await slower.round()).toBeGreaterThan(0);
    expect(await sizesOf(store)).toEqual([1]);
    passMs(EVERY_MS);
    expect(await slower.round()).toBe(ASLEEP);
  });

  it('one has the turn, and the other signs nothing', async () => {
    const store = openStore();
    const lease = (holder: string) => openLease('sealer', { store, clock, holder, termMs: 60_000 });
    const [mine, theirs] = [lease('a'), lease('b')];
    await appendTo(store);
    await theirs.claim();
    const { audit, round } = member(store, withKey(placeOf('signer')), { lease: mine });
    expect(await round()).toBe(1_000);
    expect([audit.store.latestCheckpoint(), await sizesOf(store)]).toEqual([null, []]);
    await theirs.release();
    expect(await round()).toBe(0);
    const taken = (await store.readStream('lease-sealer')).events.map(({ type }) => type);
    expect(taken).toEqual(['LeaseTaken', 'LeaseReleased', 'LeaseTaken', 'LeaseReleased']);
    expect(await round()).toBe(ASLEEP);
  });

  it('nobody takes a turn for what cannot be signed', async () => {
    const store = openStore();
    const lease = openLease('sealer', { store, clock, holder: 'a', termMs: 60_000 });
    await appendTo(store);
    const { round } = member(store, placeOf('signer'), { lease });
    for (let times = 0; times < 5; times += 1) expect(await round()).toBe(5_000);
    expect(await lengthOf(store)).toBe(1);
  });
});

describe('the loop of rounds', () => {
  it('works when it is woken, and not again until there is something new', async () => {
    const store = openStore();
    const audit = openAuditLog(withKey(placeOf('alone')));
    const report = () => ({
      sealedSize: 0,
      waitingSince: null,
      fault: null,
      witnessFault: null,
      timestampFault: null,
    });
    const sealNow = async (): Promise<void> => {
      await audit.seal(store);
    };
    const heads = checkpointSource(audit, { report, sealNow }, 'alone');
    const errors: unknown[] = [];
    const recording = recordCheckpoints({ store, clock, heads, onError: (error) => errors.push(error) });
    await appendTo(store);
    await sealNow();
    recording.wake();
    recording.wake();
    await until(async () => (await recordsOf(store)).length > 0);
    await recording.stop();
    recording.wake();
    expect([await lengthOf(store), errors]).toEqual([2, []]);
  });
});
