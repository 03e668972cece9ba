import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import { CodedError } from '@duban/kernel';
import type { Keyring } from '@duban/privacy';
import type { Bytes } from '../store/attachment-store.port.ts';
import { inPiecesOf } from './in-pieces.ts';

/**
 * Storage format, version 1: the mark, the length of `k` (two bytes), `k` (which keys it needs, as in an encrypted field), 32
 * random bytes, then frames of 64 KiB under AES-256-GCM, each with its tag; the last one is shorter or empty. The nonce counts
 * the frames and says which is the last: one that is missing, added, moved, doubled or changed does not open, nor does a file
 * that was cut off. The head is bound to every frame.
 */
const MARK = Buffer.from('DUBANAT1');
const LENGTH_BYTES = 2;
const SALT_BYTES = 32;
const FRAME_BYTES = 65_536;
const TAG_BYTES = 16;
const NONCE_BYTES = 12;
const KEY_BYTES = 32;
const CIPHER = 'aes-256-gcm';

export type Ring = ReturnType<Keyring['ringFor']>;

const nonceOf = (index: number, isLast: boolean): Buffer => {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeBigUInt64BE(BigInt(index));
  nonce[NONCE_BYTES - 1] = isLast ? 1 : 0;
  return nonce;
};

/** A key of its own for every file, so that counted nonces never meet again. */
const fileKey = (ring: KeyObject, salt: Buffer): KeyObject => {
  const derived = Buffer.from(hkdfSync('sha256', ring, salt, 'duban/attachment/1', KEY_BYTES));
  const key = createSecretKey(derived);
  derived.fill(0);
  return key;
};

const headOf = (k: string, salt: Buffer): Buffer => {
  const name = Buffer.from(k);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt16BE(name.length);
  return Buffer.concat([MARK, length, name, salt]);
};

/** Encrypts as it comes. */
export async function* sealed({ k, key }: Ring, bytes: Bytes): AsyncGenerator<Uint8Array> {
  const salt = randomBytes(SALT_BYTES);
  const head = headOf(k, salt);
  const own = fileKey(key, salt);
  yield head;
  let index = 0;
  for await (const { piece, isLast } of inPiecesOf(FRAME_BYTES, bytes)) {
    const cipher = createCipheriv(CIPHER, own, nonceOf(index, isLast));
    cipher.setAAD(head);
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
    index += 1;
  }
}

const damaged = (cause?: unknown): CodedError =>
  new CodedError(
    'attachment.damaged',
    'the stored file was changed or cut off; restore it from a backup, or file it again',
    { cause },
  );

type Head = { readonly head: Buffer; readonly k: string; readonly salt: Buffer };

const headIn = (start: Buffer): Head | null => {
  const named = MARK.length + LENGTH_BYTES;
  if (start.length < named) return null;
  if (!start.subarray(0, MARK.length).equals(MARK)) throw damaged();
  const end = named + start.readUInt16BE(MARK.length);
  if (start.length < end + SALT_BYTES) return null;
  return {
    head: start.subarray(0, end + SALT_BYTES),
    k: start.subarray(named, end).toString(),
    salt: start.subarray(end, end + SALT_BYTES),
  };
};

async function* chained(first: Buffer, rest: AsyncIterator<Uint8Array>): Bytes {
  if (first.length > 0) yield first;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function* frames(bytes: Bytes, { head, salt }: Head, ring: KeyObject): AsyncGenerator<Uint8Array> {
  const own = fileKey(ring, salt);
  let index = 0;
  for await (const { piece, isLast } of inPiecesOf(FRAME_BYTES + TAG_BYTES, bytes)) {
    if (piece.length < TAG_BYTES) throw damaged();
    const decipher = createDecipheriv(CIPHER, own, nonceOf(index, isLast), { authTagLength: TAG_BYTES });
    decipher.setAAD(head);
    decipher.setAuthTag(piece.subarray(-TAG_BYTES));
    const text = decipher.update(piece.subarray(0, -TAG_BYTES));
    try {
      decipher.final();
    } catch (cause) {
      throw damaged(cause);
    }
    yield text;
    index += 1;
  }
}

/**
 * Decrypts as it is read: no byte leaves before its frame was checked.
 * @throws CodedError `attachment.damaged`, `attachment.erased` where one of its keys was destroyed, `attachment.lost`
 * where one is gone, `vault.key-unknown`
 */
export async function* opened(keyring: Pick<Keyring, 'ringOf'>, bytes: Bytes): AsyncGenerator<Uint8Array> {
  const rest = bytes[Symbol.asyncIterator]();
  try {
    let start: Buffer = Buffer.alloc(0);
    let found: Head | null = null;
    while (found === null) {
      const next = await rest.next();
      if (next.done === true) throw damaged();
      start = Buffer.concat([start, next.value]);
      found = headIn(start);
    }
    const ring = keyring.ringOf(found.k);
    if (ring === 'destroyed')
      throw new CodedError('attachment.erased', 'a key of the file was destroyed by an erasure');
    if (ring === 'lost') throw new CodedError('attachment.lost', 'a key of the file is gone with its vault');
    yield* frames(chained(start.subarray(found.head.length), rest), found, ring.key);
  } finally {
    await rest.return?.();
  }
}
