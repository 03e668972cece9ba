import { hash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { nodePrimitives } from './node-primitives.ts';
import { readPinnedKey } from './pinned-key.ts';

const SM2_TYPE = Buffer.concat([Uint8Array.of(0xff), Buffer.from('SM2-WITH-SM3')]);

/** As C2SP signed-note writes it: the id is SHA-256 of name, newline, type and key. */
const written = (name: string, type: Uint8Array, key = Buffer.alloc(32, 7)): string => {
  const material = Buffer.concat([type, key]);
  const id = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), material]), 'hex').slice(0, 8);
  return `${name}+${id}+${material.toString('base64')}`;
};
const read = (text: string) => readPinnedKey(text, nodePrimitives);

describe('a pinned key', () => {
  it.each([
    ['ed25519', Uint8Array.of(1)],
    ['cosignature', Uint8Array.of(4)],
    ['sm2', SM2_TYPE],
  ] as const)('of kind %s is read', (kind, type) => {
    const key = read(written('duban.example/log', type));
    expect([key?.name, key?.kind, Buffer.from(key?.publicKey ?? []).toString('hex')]).toEqual([
      'duban.example/log',
      kind,
      '07'.repeat(32),
    ]);
  });

  it('may have spaces around it, as pasted texts do, and a plus sign in its base64', () => {
    const text = written('w', Uint8Array.of(1), Buffer.alloc(32, 0xfb));
    expect(text.split('+').length).toBeGreaterThan(3);
    expect(read(`  ${text}\n`)).toEqual(read(text));
    expect(read(text)?.id).toBe(text.split('+')[1]);
  });

  it.each([
    ['nothing', ''],
    ['a name only', 'log'],
    ['no name', written('', Uint8Array.of(1))],
    ['a space in its name', written('a b', Uint8Array.of(1))],
    ['an unknown type', written('log', Uint8Array.of(2))],
    ['another type that begins the same', written('log', SM2_TYPE.subarray(0, -1), Buffer.alloc(32, 1))],
    ['the id of another name', written('log', Uint8Array.of(1)).replace('log', 'lag')],
    ['bad base64', `${written('log', Uint8Array.of(1))}=`],
    ['no id', written('log', Uint8Array.of(1)).replace(/\+[0-9a-f]{8}\+/, '++')],
  ])('is none with %s', (_what, text) => {
    expect(read(text)).toBeNull();
  });
});
