import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { statSync } from 'node:fs';
import { CodedError } from '@duban/kernel';
import { readIfThere, writeDurably } from './durable-file.ts';

const GROUP_AND_OTHERS = 0o077;

/** Only the demo profile may create a key by itself; elsewhere a missing key is a fault, not a wish for a new one. */
export type KeyFileOptions = { readonly createIfMissing: boolean };

const create = (path: string): string => {
  const { privateKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { format: 'pem', type: 'pkcs8' },
    publicKeyEncoding: { format: 'pem', type: 'spki' },
  });
  writeDurably(path, privateKey, 0o600);
  return privateKey;
};

/** @throws CodedError `audit.key-exposed` */
export const refuseExposed = (path: string): void => {
  if ((statSync(path).mode & GROUP_AND_OTHERS) === 0) return;
  throw new CodedError('audit.key-exposed', `others may read ${path}; chmod 600, and think of it as leaked`);
};

/**
 * The Ed25519 key in a PEM file that only its owner may read.
 * @throws CodedError `audit.key-missing`, `audit.key-exposed` (others may read it), `audit.key-unusable`
 */
export const loadKeyFile = (path: string, { createIfMissing }: KeyFileOptions): KeyObject => {
  const found = readIfThere(path);
  if (found === null && !createIfMissing) {
    throw new CodedError(
      'audit.key-missing',
      `put an Ed25519 key (PKCS#8 PEM, mode 0600) at ${path}, or run duban keys create`,
    );
  }
  const pem = found ?? create(path);
  refuseExposed(path);
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (cause) {
    throw new CodedError('audit.key-unusable', `${path} is not a PEM private key`, { cause });
  }
  if (key.asymmetricKeyType !== 'ed25519')
    throw new CodedError('audit.key-unusable', `${path} is no Ed25519 key`);
  return key;
};
