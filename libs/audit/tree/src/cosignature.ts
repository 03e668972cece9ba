import { TreeError } from './tree-error.ts';

/** C2SP tlog-cosignature v1: what a witness saw, and when. `seconds` is POSIX time. */
export type TimestampedSignature = { readonly seconds: number; readonly signature: Uint8Array };

const TIME_BYTES = 8;
const ED25519_BYTES = 64;

/** The message that a witness signs for a checkpoint's note text. */
export const cosignatureMessage = (text: string, seconds: number): string =>
  `cosignature/v1\ntime ${String(seconds)}\n${text}`;

export const encodeTimestampedSignature = ({ seconds, signature }: TimestampedSignature): Uint8Array => {
  const bytes = new Uint8Array(TIME_BYTES + signature.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(seconds));
  bytes.set(signature, TIME_BYTES);
  return bytes;
};

/** @throws TreeError `cosignature.malformed` where it is not time and Ed25519 signature. */
export const decodeTimestampedSignature = (bytes: Uint8Array): TimestampedSignature => {
  if (bytes.length !== TIME_BYTES + ED25519_BYTES) {
    throw new TreeError('cosignature.malformed', `${String(bytes.length)} bytes in place of 72`);
  }
  const seconds = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0));
  if (!Number.isSafeInteger(seconds))
    throw new TreeError('cosignature.malformed', 'the time is out of range');
  return { seconds, signature: bytes.subarray(TIME_BYTES) };
};
