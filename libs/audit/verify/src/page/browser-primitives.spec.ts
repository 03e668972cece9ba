import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sm2 } from 'sm-crypto-v2';
import { nodePrimitives } from '../node-primitives.ts';
import { browserPrimitives } from './browser-primitives.ts';

const RAW_BYTES = 32;

it('hashes as Node does, texts and bytes, SHA-256 and SM3', () => {
  const data = fc.oneof(fc.string({ unit: 'grapheme' }), fc.uint8Array({ maxLength: 300 }));
  fc.assert(
    fc.property(fc.constantFrom('sha256', 'sm3'), data, (name, each) => {
      expect([...browserPrimitives.digest(name, each)]).toEqual([...nodePrimitives.digest(name, each)]);
    }),
  );
  expect(browserPrimitives.hexDigest('sm3', '督办')).toBe(nodePrimitives.hexDigest('sm3', '督办'));
});

it('believes the Ed25519 signatures that Node believes, and no others', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { format: 'pem', type: 'pkcs8' },
    publicKeyEncoding: { format: 'der', type: 'spki' },
  });
  const raw = publicKey.subarray(-RAW_BYTES);
  const signature = sign(null, Buffer.from('督办\n'), createPrivateKey(privateKey));
  const asked: readonly (readonly [Uint8Array, string, Uint8Array])[] = [
    [raw, '督办\n', signature],
    [raw, '督办', signature],
    [raw, '督办\n', signature.with(3, (signature[3] ?? 0) ^ 1)],
    [raw, '督办\n', signature.subarray(1)],
    [raw.subarray(1), '督办\n', signature],
  ];
  for (const each of asked) {
    expect(await browserPrimitives.verifyEd25519(...each)).toBe(await nodePrimitives.verifyEd25519(...each));
  }
  expect(await browserPrimitives.verifyEd25519(raw, '督办\n', signature)).toBe(true);
});

it('believes the SM2 signatures that the command line believes, and no others', async () => {
  const { privateKey, publicKey } = sm2.generateKeyPairHex();
  const options = { hash: true, der: true, userId: '1234567812345678' } as const;
  const signature = Buffer.from(sm2.doSignature(Buffer.from('督办\n'), privateKey, options), 'hex');
  const prefix = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex');
  const spki = Buffer.concat([prefix, Buffer.from(publicKey, 'hex')]);
  expect(await browserPrimitives.verifySm2(spki, '督办\n', signature)).toBe(true);
  expect(await nodePrimitives.verifySm2(spki, '督办\n', signature)).toBe(true);
  expect(await browserPrimitives.verifySm2(spki, '督办', signature)).toBe(false);
  expect(await browserPrimitives.verifySm2(spki, '督办\n', Buffer.from('x'))).toBe(false);
});
