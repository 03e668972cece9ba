import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { sm2 } from 'sm-crypto-v2';
import { CodedError } from '@duban/kernel';
import { auditFiles, auditOrigin, type AuditPlace } from './audit-files.ts';
import { writeDurably } from './durable-file.ts';
import { loadLogSigners } from './log-signers.ts';
import { rememberVerifierKeys } from './verifier-key-list.ts';

export type MadeKeys = {
  readonly files: readonly string[];
  /** To be published, or given to the auditor: kept beside the log alone they prove nothing. */
  readonly verifierKeys: readonly string[];
};

/**
 * Makes the keys of a log, for their owner alone.
 * @throws CodedError `audit.key-exists`: a key is never replaced, because earlier checkpoints were signed with it
 */
export const createLogKeys = (place: AuditPlace, options: { readonly sm2: boolean }): MadeKeys => {
  const files = auditFiles(place);
  const made = [files.key, ...(options.sm2 ? [files.sm2Key] : [])].filter((file) => !existsSync(file));
  if (made.length === 0) throw new CodedError('audit.key-exists', files.key);
  mkdirSync(dirname(files.key), { recursive: true, mode: 0o700 });
  mkdirSync(dirname(files.verifierKeys), { recursive: true });
  if (made.includes(files.sm2Key)) writeDurably(files.sm2Key, `${sm2.generateKeyPairHex().privateKey}\n`);
  const { verifierKeys } = loadLogSigners(files, auditOrigin(place), true);
  rememberVerifierKeys(files.verifierKeys, verifierKeys);
  return { files: made, verifierKeys };
};
