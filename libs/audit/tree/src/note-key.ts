import { decodeBase64, encodeBase64, toHex } from './note-base64.ts';
import { isKeyName } from './signed-note.ts';
import { TreeError } from './tree-error.ts';
import type { HashFunction } from './tree-hasher.ts';

/** Signature types of C2SP signed-note; 0xff is followed by a longer identifier of our own. */
export const ED25519_TYPE = Uint8Array.of(0x01);
export const COSIGNATURE_TYPE = Uint8Array.of(0x04);
export const SM2_TYPE = Uint8Array.from([0xff, ...Buffer.from('SM2-WITH-SM3', 'latin1')]);

/** A public key by its C2SP name, id and type. */
export type NoteKey = {
  readonly name: string;
  /** Eight hex digits. */
  readonly keyId: string;
  readonly type: Uint8Array;
  /** 32 bytes for Ed25519, a DER SubjectPublicKeyInfo for SM2. */
  readonly publicKey: Uint8Array;
};

/**
 * Key id = SHA-256(name || 0x0A || type || public key)[:4], always SHA-256, whatever hash the tree has.
 * @throws TreeError `note.bad-key-name`
 */
export const noteKey = (key: Omit<NoteKey, 'keyId'>, sha256: HashFunction): NoteKey => {
  if (!isKeyName(key.name)) throw new TreeError('note.bad-key-name', JSON.stringify(key.name));
  const input = Buffer.concat([Buffer.from(`${key.name}\n`, 'utf8'), key.type, key.publicKey]);
  return { ...key, keyId: toHex(sha256(input).subarray(0, 4)) };
};

/** `<name>+<key id>+base64(type || public key)`: what is pinned on a wall or in a policy file. */
export const formatVerifierKey = ({ name, keyId, type, publicKey }: NoteKey): string =>
  `${name}+${keyId}+${encodeBase64(Buffer.concat([type, publicKey]))}`;

const typeOf = (bytes: Uint8Array): Uint8Array | undefined =>
  [ED25519_TYPE, COSIGNATURE_TYPE, SM2_TYPE].find((type) =>
    type.every((byte, index) => bytes[index] === byte),
  );

/** @throws TreeError `note.bad-verifier-key` where the text is no key, or its id does not belong to it. */
export const parseVerifierKey = (text: string, sha256: HashFunction): NoteKey => {
  const [, name = '', keyId = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/u.exec(text.trim()) ?? [];
  const bytes = decodeBase64(encoded) ?? new Uint8Array(0);
  const type = typeOf(bytes);
  if (type === undefined || !isKeyName(name))
    throw new TreeError('note.bad-verifier-key', JSON.stringify(text));
  const key = noteKey({ name, type, publicKey: bytes.subarray(type.length) }, sha256);
  if (key.keyId !== keyId)
    throw new TreeError('note.bad-verifier-key', `the id ${keyId} is not that of ${name}`);
  return key;
};
