import { hash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { formatVerifierKey } from '@duban/audit-tree';
import { sm2NoteKey, sm2Signer, sm2Verifier, verifierOf } from '@duban/audit-log';
import { nodePrimitives } from '@duban/audit-verify';
import { hex, hexBytes, vector } from './read-vector.ts';

type Sm3 = { vectors: { messageUtf8: string; digestHex: string }[] };
type Sm2 = { privateKeyHex: string; publicKeyUncompressedHex: string; messageUtf8: string; signatureDerHex: string; spkiPem: string };

const sm2 = vector('sm/sm2-sign.json') as Sm2;

describe('SM3', () => {
  it.each((vector('sm/sm3.json') as Sm3).vectors)('of $messageUtf8', ({ messageUtf8, digestHex }) => {
    expect(hash('sm3', messageUtf8, 'hex')).toBe(digestHex);
    expect(hex(nodePrimitives.digest('sm3', messageUtf8))).toBe(digestHex);
  });
});

describe('SM2', () => {
  const key = sm2NoteKey('duban.example/log', sm2.privateKeyHex);
  const verifier = sm2Verifier(key);
  const signature = hexBytes(sm2.signatureDerHex);

  it('derives the public key of the standard’s example', () => {
    const pem = sm2.spkiPem.replaceAll(/-----[^-]+-----|\s/g, '');
    expect(Buffer.from(key.publicKey).toString('base64')).toBe(pem);
  });

  it('accepts the standard’s signature and no other, in the log and in the checker', async () => {
    const wrong = signature.map((byte, index) => (index === 40 ? byte ^ 1 : byte));
    expect([verifier.verify(sm2.messageUtf8, signature), verifier.verify(sm2.messageUtf8, wrong)]).toEqual([true, false]);
    expect(verifier.verify('another text', signature)).toBe(false);
    expect(verifier.verify(sm2.messageUtf8, Uint8Array.of(1, 2))).toBe(false);
    expect(await nodePrimitives.verifySm2(key.publicKey, sm2.messageUtf8, signature)).toBe(true);
    expect(await nodePrimitives.verifySm2(key.publicKey, sm2.messageUtf8, wrong)).toBe(false);
  });

  it('signs what its pinned key verifies', async () => {
    const signer = sm2Signer('duban.example/log', sm2.privateKeyHex);
    const made = await signer.sign('text\n');
    expect(verifierOf(formatVerifierKey(key)).verify('text\n', made)).toBe(true);
    expect(signer.keyId).toBe(key.keyId);
  });
});
