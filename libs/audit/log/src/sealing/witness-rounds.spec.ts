import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { formatCheckpoint, formatNote, formatVerifierKey } from '@duban/audit-tree';
import { LOG_START } from '@duban/kernel';
import { cosignatureNoteKey, ed25519Signer } from '../ed25519-note-key.ts';
import { hasherOf } from '../hash-name.ts';
import { createProofService } from '../proof-service.ts';
import { openSqliteTileStore } from '../sqlite-tile-store.ts';
import { fire, withHeldTimers } from './held-timers.fixture.ts';
import { witnessRounds } from './witness-rounds.ts';

const ORIGIN = 'duban.example/log/sha256';
const EVERY_MS = 60_000;

/** A store with one record under one checkpoint. */
const sealedStore = async () => {
  const store = openSqliteTileStore(':memory:', ORIGIN, 'sha256');
  const hash = hasherOf('sha256').hashLeaf(Buffer.from('{}'));
  store.append(0, [{ index: 0, eventId: 'e', position: LOG_START, hash, entry: '{}' }], []);
  const text = formatCheckpoint({ origin: ORIGIN, size: 1, root: hash });
  const { name, keyId, sign } = ed25519Signer(ORIGIN, generateKeyPairSync('ed25519').privateKey);
  const note = formatNote({ text, signatures: [{ name, keyId, signature: await sign(text) }] });
  store.addCheckpoint({ size: 1, root: hash, note });
  return store;
};

const witnessAt = (host: string) => ({
  url: `http://${host}/`,
  verifierKey: formatVerifierKey(cosignatureNoteKey(host, generateKeyPairSync('ed25519').privateKey)),
});

/** Rounds over witnesses that answer with these statuses; `0` is one that cannot be reached. */
const rounds = async (...statuses: number[]) => {
  const all = { asked: [] as string[], rounds: 0 };
  const store = await sealedStore();
  const answers = new Map(statuses.map((status, place) => [`w${place}.example`, status]));
  const made = witnessRounds([...answers.keys()].map(witnessAt), {
    ...{ store, proofs: createProofService(store, 'sha256'), everyMs: EVERY_MS },
    send: (url) => {
      const { host } = new URL(url);
      all.asked.push(host);
      const status = answers.get(host) ?? 0;
      return status === 0 ? Promise.reject(new Error('down')) : Promise.resolve(new Response('', { status }));
    },
    onRound: () => (all.rounds += 1),
  });
  return { ...made, all, answers };
};

describe('rounds of witnesses', () => {
  it('ask every one, whatever the others answer', async () => {
    const { ask, all, fault } = await rounds(0, 500, 403);
    expect(fault()).toBeNull();
    await ask();
    expect([all.asked.toSorted(), all.rounds]).toEqual([['w0.example', 'w1.example', 'w2.example'], 1]);
  });

  it('report the first fault, but another history before everything else', async () => {
    const unreachable = await rounds(0, 403);
    await unreachable.ask();
    expect(unreachable.fault()?.code).toBe('audit.witness-unreachable');
    const forked = await rounds(0, 403, 409);
    await forked.ask();
    expect(forked.fault()?.code).toBe('audit.fork');
  });

  it('forget a fault that the next round does not find', async () => {
    const { ask, fault, answers } = await rounds(0);
    await ask();
    expect(fault()?.message).toContain('w0.example');
    answers.set('w0.example', 403);
    await ask();
    expect(fault()?.code).toBe('audit.witness-refused');
  });

  it('start at once the first time, and then no more often than is set', () =>
    withHeldTimers(async (held) => {
      const { wake, ask, all } = await rounds(403);
      wake();
      wake();
      expect(held.map(({ ms }) => ms)).toEqual([0]);
      fire(held);
      expect(all.asked).toEqual(['w0.example']);
      await ask();
      wake();
      expect(held).toHaveLength(1);
      expect(held[0]?.ms).toBeGreaterThan(EVERY_MS / 2);
      expect(held[0]?.ms).toBeLessThanOrEqual(EVERY_MS);
    }));

  it('never start without a witness, nor after the end', () =>
    withHeldTimers(async (held) => {
      (await rounds()).wake();
      expect(held).toEqual([]);
      const { wake, stop } = await rounds(403);
      stop();
      wake();
      stop();
      expect(held).toEqual([]);
    }));
});

it('a fork is worse than anything, and so is a roll-back', async () => {
  const store = await sealedStore();
  const parts = { store, proofs: createProofService(store, 'sha256'), everyMs: 0, onRound: () => undefined };
  const send = (url: string) =>
    Promise.resolve(
      new URL(url).host.startsWith('w0')
        ? new Response('', { status: 403 })
        : new Response('9\n', { status: 409 }),
    );
  const { ask, fault } = witnessRounds([witnessAt('w0.example'), witnessAt('w1.example')], {
    ...parts,
    send,
  });
  await ask();
  expect(fault()?.code).toBe('audit.rolled-back');
});
