import {
  noteKey,
  SM2_TYPE,
  TreeError,
  type NoteKey,
  type NoteSigner,
  type NoteVerifier,
} from '@duban/audit-tree';
import { sm2 } from 'sm-crypto-v2';
import { sha256 } from './hash-name.ts';

/** GM/T 0009: the user id when none is agreed. Node has no way to set it, so its own SM2 is never used. */
const USER_ID = '1234567812345678';
const OPTIONS = { hash: true, der: true, userId: USER_ID } as const;
// SubjectPublicKeyInfo of a key on sm2p256v1 is this prefix and the uncompressed point (65 bytes).
const SPKI_PREFIX = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex');
const POINT_BYTES = 65;

export const sm2NoteKey = (name: string, privateKeyHex: string): NoteKey => {
  const point = Buffer.from(sm2.getPublicKeyFromPrivateKey(privateKeyHex), 'hex');
  return noteKey({ name, type: SM2_TYPE, publicKey: Buffer.concat([SPKI_PREFIX, point]) }, sha256);
};

/**
 * A second signature line of private type 0xff `SM2-WITH-SM3`, DER encoded. A key in a file is for development and
 * tests; assessed systems sign in certified hardware behind the same {@link NoteSigner}.
 */
export const sm2Signer = (name: string, privateKeyHex: string): NoteSigner => ({
  name,
  keyId: sm2NoteKey(name, privateKeyHex).keyId,
  sign: (text) => Buffer.from(sm2.doSignature(Buffer.from(text, 'utf8'), privateKeyHex, OPTIONS), 'hex'),
});

/** @throws TreeError `note.bad-verifier-key` */
export const sm2Verifier = ({ name, keyId, publicKey }: NoteKey): NoteVerifier => {
  const point = Buffer.from(publicKey.subarray(SPKI_PREFIX.length));
  const prefix = Buffer.from(publicKey.subarray(0, SPKI_PREFIX.length));
  if (point.length !== POINT_BYTES || !prefix.equals(SPKI_PREFIX)) {
    throw new TreeError('note.bad-verifier-key', 'not a key on sm2p256v1');
  }
  const pointHex = point.toString('hex');
  return {
    name,
    keyId,
    verify: (text, signature) => {
      try {
        const signatureHex = Buffer.from(signature).toString('hex');
        return sm2.doVerifySignature(Buffer.from(text, 'utf8'), signatureHex, pointHex, OPTIONS);
      } catch {
        return false; // the library throws where the bytes are no signature at all
      }
    },
  };
};
