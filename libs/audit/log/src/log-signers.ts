import { formatVerifierKey, type NoteSigner } from '@duban/audit-tree';
import type { AuditFiles } from './audit-files.ts';
import { ed25519NoteKey, ed25519Signer } from './ed25519-note-key.ts';
import { loadKeyFile } from './key-file.ts';
import { loadSm2KeyFile } from './sm2-key-file.ts';
import { sm2NoteKey, sm2Signer } from './sm2-note-key.ts';

export type LogSigners = {
  readonly signers: readonly NoteSigner[];
  /** Their public halves, in the same order. */
  readonly verifierKeys: readonly string[];
};

/**
 * The log's own Ed25519 key, and SM2 behind it where there is a file with one.
 * @throws CodedError `audit.key-missing`, `audit.key-exposed`, `audit.key-unusable`
 */
export const loadLogSigners = (files: AuditFiles, origin: string, createIfMissing: boolean): LogSigners => {
  const key = loadKeyFile(files.key, { createIfMissing });
  const sm2 = loadSm2KeyFile(files.sm2Key);
  const keys = [ed25519NoteKey(origin, key), ...(sm2 === null ? [] : [sm2NoteKey(origin, sm2)])];
  return {
    signers: [ed25519Signer(origin, key), ...(sm2 === null ? [] : [sm2Signer(origin, sm2)])],
    verifierKeys: keys.map(formatVerifierKey),
  };
};
