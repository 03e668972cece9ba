import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import {
  COSIGNATURE_TYPE,
  cosignatureMessage,
  decodeTimestampedSignature,
  ED25519_TYPE,
  encodeTimestampedSignature,
  noteKey,
  TreeError,
  type NoteKey,
  type NoteSigner,
  type NoteVerifier,
} from '@duban/audit-tree';
import { sha256 } from './hash-name.ts';

// RFC 8410: SubjectPublicKeyInfo of an Ed25519 key is this prefix and the 32 bytes of RFC 8032.
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const RAW_BYTES = 32;

const rawPublicKey = (key: KeyObject): Uint8Array =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(SPKI_PREFIX.length);

/** @throws TreeError `note.bad-verifier-key` */
const publicKeyOf = (raw: Uint8Array): KeyObject => {
  if (raw.length !== RAW_BYTES) throw new TreeError('note.bad-verifier-key', 'an Ed25519 key has 32 bytes');
  return createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: 'der', type: 'spki' });
};

/** The public half of a log's key, as it is pinned: see `formatVerifierKey`. */
export const ed25519NoteKey = (name: string, privateKey: KeyObject): NoteKey =>
  noteKey({ name, type: ED25519_TYPE, publicKey: rawPublicKey(privateKey) }, sha256);

/** Signature type 0x01 of C2SP signed-note. The name is the log's origin. */
export const ed25519Signer = (name: string, privateKey: KeyObject): NoteSigner => ({
  name,
  keyId: ed25519NoteKey(name, privateKey).keyId,
  sign: (text) => sign(null, Buffer.from(text, 'utf8'), privateKey),
});

export const ed25519Verifier = ({ name, keyId, publicKey }: NoteKey): NoteVerifier => {
  const key = publicKeyOf(publicKey);
  return {
    name,
    keyId,
    verify: (text, signature) => verify(null, Buffer.from(text, 'utf8'), key, signature),
  };
};

/** The public half of a witness's key: signature type 0x04, so that one key cannot be taken for the other. */
export const cosignatureNoteKey = (name: string, privateKey: KeyObject): NoteKey =>
  noteKey({ name, type: COSIGNATURE_TYPE, publicKey: rawPublicKey(privateKey) }, sha256);

/** Signs what it saw and when: C2SP tlog-cosignature v1. `seconds` answers POSIX time. */
export const cosigner = (name: string, privateKey: KeyObject, seconds: () => number): NoteSigner => ({
  name,
  keyId: cosignatureNoteKey(name, privateKey).keyId,
  sign: (text) => {
    const now = seconds();
    const signature = sign(null, Buffer.from(cosignatureMessage(text, now), 'utf8'), privateKey);
    return encodeTimestampedSignature({ seconds: now, signature });
  },
});

export const cosignatureVerifier = ({ name, keyId, publicKey }: NoteKey): NoteVerifier => {
  const key = publicKeyOf(publicKey);
  return {
    name,
    keyId,
    verify: (text, bytes) => {
      const { seconds, signature } = decodeTimestampedSignature(bytes);
      return verify(null, Buffer.from(cosignatureMessage(text, seconds), 'utf8'), key, signature);
    },
  };
};
