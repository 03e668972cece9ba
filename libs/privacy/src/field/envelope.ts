import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { ERASED, LOST } from '@duban/contracts';
import { CodedError } from '@duban/kernel';
import type { Keyring, Ring } from '../vault/vault.port.ts';

/**
 * A text under AES-256-GCM, as it is stored and as the leaf of the audit log covers it. Storage format, version 1:
 * `k` the ids of the keys it needs, joined by `+`; `n` the nonce; `c` ciphertext and tag, both base64.
 */
export type Envelope = { readonly $enc: 1; readonly k: string; readonly n: string; readonly c: string };

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const MEMBERS = 4;

export const isEnvelope = (value: object): value is Envelope =>
  '$enc' in value &&
  value.$enc === 1 &&
  'k' in value &&
  typeof value.k === 'string' &&
  'n' in value &&
  typeof value.n === 'string' &&
  'c' in value &&
  typeof value.c === 'string' &&
  Object.keys(value).length === MEMBERS;

/** `place` is bound to the text: an envelope that is moved to another place does not open there. */
export const sealText = ({ k, key }: Ring, place: string, text: string): Envelope => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce);
  cipher.setAAD(Buffer.from(place));
  const c = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { $enc: 1, k, n: nonce.toString('base64'), c: c.toString('base64') };
};

/**
 * The text, {@link ERASED} where one of its keys was destroyed, or {@link LOST} where one is gone.
 * @throws CodedError `privacy.not-authentic` (changed, or of another place), `vault.key-unknown`
 */
export const openText = (keyring: Keyring, { k, n, c }: Envelope, place: string): string => {
  const ring = keyring.ringOf(k);
  if (ring === 'destroyed') return ERASED;
  if (ring === 'lost') return LOST;
  try {
    const sealed = Buffer.from(c, 'base64');
    const decipher = createDecipheriv(CIPHER, ring.key, Buffer.from(n, 'base64'), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    const text = decipher.update(sealed.subarray(0, -TAG_BYTES));
    // Nothing comes out here in GCM; it is the check of the tag.
    decipher.final();
    return text.toString('utf8');
  } catch (cause) {
    throw new CodedError(
      'privacy.not-authentic',
      `the encrypted text at ${place} was changed or moved; stop writing and run duban verify`,
      { cause },
    );
  }
};
