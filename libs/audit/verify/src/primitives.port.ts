import type { TimestampChecker } from './timestamp/timestamp.port.ts';

export type HashName = 'sha256' | 'sm3';

/** What the checker cannot do by itself. Node has a binding here; a browser page brings its own. */
export type Primitives = {
  /** Text is hashed as UTF-8. */
  readonly digest: (hash: HashName, data: string | Uint8Array) => Uint8Array;
  /** The same in hex, for the many digests that are only compared. */
  readonly hexDigest: (hash: HashName, text: string) => string;
  /** RFC 8032; `publicKey` is 32 bytes. Answers `false` for anything that is not its signature. */
  readonly verifyEd25519: (
    publicKey: Uint8Array,
    message: string,
    signature: Uint8Array,
  ) => Promise<boolean> | boolean;
  /** GM/T 0003 with the default user id; `publicKey` is a DER SubjectPublicKeyInfo, the signature is DER. */
  readonly verifySm2: (
    publicKey: Uint8Array,
    message: string,
    signature: Uint8Array,
  ) => Promise<boolean> | boolean;
  /** RFC 3161; where there is none, time stamps are passed over. */
  readonly checkTimestamp?: TimestampChecker;
};
