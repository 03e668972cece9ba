import { createPublicKey, hash, verify } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';
import type { Primitives } from './primitives.port.ts';

const ED25519_SPKI = Buffer.from('302a300506032b6570032100', 'hex'); // RFC 8410
const SM2_SPKI_BYTES = 26; // before the point, in a SubjectPublicKeyInfo on sm2p256v1
const SM2_OPTIONS = { hash: true, der: true, userId: '1234567812345678' } as const;

const verifySm2 = (publicKey: Uint8Array, message: string, signature: Uint8Array): boolean => {
  const point = Buffer.from(publicKey.subarray(SM2_SPKI_BYTES)).toString('hex');
  try {
    const der = Buffer.from(signature).toString('hex');
    return sm2.doVerifySignature(Buffer.from(message, 'utf8'), der, point, SM2_OPTIONS);
  } catch {
    return false; // the library throws where the bytes are no signature or no point
  }
};

const verifyEd25519 = (publicKey: Uint8Array, message: string, signature: Uint8Array): boolean => {
  if (publicKey.length !== 32) return false;
  const key = createPublicKey({ key: Buffer.concat([ED25519_SPKI, publicKey]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(message, 'utf8'), key, signature);
};

/** Node's own hashes and Ed25519; SM2 by sm-crypto-v2, because Node cannot set the user id. */
export const nodePrimitives: Primitives = {
  digest: (name, data) => Buffer.from(hash(name, data, 'latin1'), 'latin1'),
  hexDigest: (name, text) => hash(name, text, 'hex'),
  verifyEd25519,
  verifySm2,
  // Loaded for logs that have time stamps only.
  checkTimestamp: async (...asked) => {
    const { checkTimestamp } = await import('./timestamp/check-timestamp.ts');
    return checkTimestamp(...asked);
  },
};
