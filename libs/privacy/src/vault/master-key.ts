import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { createSecretKey, hkdfSync, randomBytes, randomUUID, type KeyObject } from 'node:crypto';
import { dirname } from 'node:path';
import { CodedError } from '@duban/kernel';

const KEY_BYTES = 32;
const GROUP_AND_OTHERS = 0o077;

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : null;

const readIfThere = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
};

const syncFolder = (folder: string): void => {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
};

/** Two processes may start at once: linking fails for the second, which then uses the first one's key. */
const create = (path: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeSync(handle, `${randomBytes(KEY_BYTES).toString('base64')}\n`);
    fsyncSync(handle);
    linkSync(draft, path);
    syncFolder(dirname(path));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    closeSync(handle);
    rmSync(draft, { force: true });
  }
};

/**
 * The key that wraps all others: 32 bytes in base64 in a file that only its owner may read. Keep a copy of it elsewhere,
 * and never in the same backup as the vault.
 * @throws CodedError `vault.master-missing`, `vault.master-exposed`, `vault.master-unusable`
 */
export const loadMasterKey = (path: string, createIfMissing: boolean): KeyObject => {
  if (createIfMissing && readIfThere(path) === null) create(path);
  const found = readIfThere(path);
  if (found === null) {
    throw new CodedError(
      'vault.master-missing',
      `put the master key (32 bytes, base64, mode 0600) at ${path}`,
    );
  }
  if ((statSync(path).mode & GROUP_AND_OTHERS) !== 0) {
    throw new CodedError(
      'vault.master-exposed',
      `others may read ${path}; chmod 600, and think of it as leaked`,
    );
  }
  const bytes = Buffer.from(found.trim(), 'base64');
  if (bytes.length !== KEY_BYTES) {
    throw new CodedError('vault.master-unusable', `${path} does not hold 32 bytes in base64`);
  }
  const wrapping = Buffer.from(hkdfSync('sha256', bytes, '', 'duban/vault/wrap/1', KEY_BYTES));
  return createSecretKey(wrapping);
};
