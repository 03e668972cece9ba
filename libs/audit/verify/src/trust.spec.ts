import { generateKeyPairSync, hash, sign, type KeyObject } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { nodePrimitives } from './node-primitives.ts';
import { prepareTrust, type Trust } from './trust.ts';

const RAW_BYTES = 32;

/** A key with its pinned text, and the means to sign a head. */
const aKey = (name: string) => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-RAW_BYTES);
  const material = Buffer.concat([Uint8Array.of(1), raw]);
  const id = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), material]), 'buffer').subarray(0, 4);
  return { name, id, privateKey, text: `${name}+${id.toString('hex')}+${material.toString('base64')}` };
};
type Key = { readonly name: string; readonly id: Buffer; readonly privateKey: KeyObject };

const noteOf = (size: number, keys: readonly Key[], origin = 'log'): string => {
  const text = `${origin}\n${size}\n${Buffer.alloc(32, size).toString('base64')}\n`;
  const lines = keys.map(({ name, id, privateKey }) => {
    const signature = sign(null, Buffer.from(text), privateKey);
    return `— ${name} ${Buffer.concat([id, signature]).toString('base64')}\n`;
  });
  return `${text}\n${lines.join('')}`;
};

const [log, witness, other] = [aKey('log'), aKey('w1'), aKey('log')];
const header = { origin: 'log', hash: 'sha256', size: 0, keys: [other.text] } as const;
const prepare = (trust: Trust) => prepareTrust(trust, header, nodePrimitives);
const names = (keys: readonly { id: string }[]) => keys.map(({ id }) => id);

describe('what the checking person brings along', () => {
  it('is nothing where nothing is given', async () => {
    expect(await prepare({})).toEqual({ logKeys: [], witnessKeys: [], quorum: 0, known: [] });
  });

  it('is taken apart: keys, witnesses, all of whom must have signed', async () => {
    const trust = await prepare({ keys: [log.text], witnesses: [witness.text, other.text] });
    expect(trust).toMatchObject({ quorum: 2, logKeys: [{ name: 'log' }], witnessKeys: [{ name: 'w1' }, {}] });
    expect(await prepare({ witnesses: [witness.text], quorum: 0 })).toMatchObject({ quorum: 0 });
  });

  it('takes the keys of the bundle only when told to, and then beside the given ones', async () => {
    const own = await prepare({ keys: [log.text], trustBundleKeys: false });
    expect(typeof own === 'string' ? own : names(own.logKeys)).toEqual([log.id.toString('hex')]);
    for (const keys of [[log.text], undefined]) {
      const trust = await prepare({ ...(keys && { keys }), trustBundleKeys: true });
      const wanted = [...(keys ? [log] : []), other].map(({ id }) => id.toString('hex'));
      expect(typeof trust === 'string' ? trust : names(trust.logKeys)).toEqual(wanted);
    }
  });

  it('is of no use with a key that is none', async () => {
    expect(await prepare({ keys: [log.text, 'x'] })).toBe('key.unusable');
    expect(await prepare({ witnesses: ['x'] })).toBe('key.unusable');
  });

  it('has its known heads by size, whoever of the trusted signed them', async () => {
    const known = [noteOf(9, [log]), noteOf(3, [witness]), noteOf(7, [other, log])];
    const trust = await prepare({ keys: [log.text], witnesses: [witness.text], known });
    expect(trust).toMatchObject({ known: [{ size: 3 }, { size: 7 }, { size: 9 }] });
  });

  it.each([
    ['that is no checkpoint', 'x'],
    ['of another log', noteOf(9, [log], 'another')],
    ['that nobody trusted signed', noteOf(9, [other])],
    [
      'with a false signature beside a good one',
      `${noteOf(9, [log])}${noteOf(8, [witness]).split('\n\n')[1] ?? ''}`,
    ],
    ['with a false signature', noteOf(9, [log]).replace('\n9\n', '\n8\n')],
  ])('believes in no known head %s', async (_which, note) => {
    const trust = { keys: [log.text], witnesses: [witness.text], known: [noteOf(5, [log]), note] };
    expect(await prepare(trust)).toBe('known.unverified');
  });
});

describe('the primitives of Node', () => {
  const key = Buffer.from(log.text.split('+').slice(2).join('+'), 'base64').subarray(1);
  const signature = sign(null, Buffer.from('督办'), log.privateKey);

  it('hash texts as UTF-8, and bytes', () => {
    const expected = hash('sha256', '督办', 'hex');
    expect(nodePrimitives.hexDigest('sha256', '督办')).toBe(expected);
    expect(Buffer.from(nodePrimitives.digest('sha256', '督办')).toString('hex')).toBe(expected);
    expect(Buffer.from(nodePrimitives.digest('sha256', Buffer.from('督办'))).toString('hex')).toBe(expected);
  });

  it('believe a signature of the key, and answer `false` to everything else', async () => {
    expect(await nodePrimitives.verifyEd25519(key, '督办', signature)).toBe(true);
    expect(await nodePrimitives.verifyEd25519(key, '督', signature)).toBe(false);
    expect(await nodePrimitives.verifyEd25519(key, '督办', signature.subarray(1))).toBe(false);
    expect(await nodePrimitives.verifyEd25519(key.subarray(1), '督办', signature)).toBe(false);
    expect(await nodePrimitives.verifyEd25519(Buffer.concat([key, key]), '督办', signature)).toBe(false);
    expect(await nodePrimitives.verifySm2(key, '督办', signature)).toBe(false);
  });
});
