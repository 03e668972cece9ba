import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { sm2, sm3 } from 'sm-crypto-v2';
import { fromHex, toHex } from '../octets.ts';
import type { HashName, Primitives } from '../primitives.port.ts';

const SM2_SPKI_BYTES = 26; // before the point, in a SubjectPublicKeyInfo on sm2p256v1
const SM2_OPTIONS = { hash: true, der: true, userId: '1234567812345678' } as const;

const utf8 = new TextEncoder();
const bytesOf = (data: string | Uint8Array): Uint8Array =>
  typeof data === 'string' ? utf8.encode(data) : data;

const digest = (name: HashName, data: string | Uint8Array): Uint8Array =>
  name === 'sha256' ? sha256(bytesOf(data)) : fromHex(sm3(bytesOf(data)));

/** Both libraries throw where bytes are no signature or no point at all. */
const isTrue = (check: () => boolean): boolean => {
  try {
    return check();
  } catch {
    return false;
  }
};

/**
 * Without WebCrypto, whose Ed25519 is younger than many browsers in offices, and whose digests make every hash wait.
 * RFC 8032 and no laxer reading of it: `zip215: false` refuses what Node refuses.
 */
export const browserPrimitives: Primitives = {
  digest,
  hexDigest: (name, text) => toHex(digest(name, text)),
  verifyEd25519: (publicKey, message, signature) =>
    isTrue(() => ed25519.verify(signature, utf8.encode(message), publicKey, { zip215: false })),
  verifySm2: (publicKey, message, signature) =>
    isTrue(() =>
      sm2.doVerifySignature(
        utf8.encode(message),
        toHex(signature),
        toHex(publicKey.subarray(SM2_SPKI_BYTES)),
        SM2_OPTIONS,
      ),
    ),
};
