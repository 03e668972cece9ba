import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { Vault } from '../vault/vault.port.ts';

/** Of whom a register names: the same name in the same register is the same id, in this installation and nowhere else. */
export type Pseudonyms = (register: string, name: string) => string;

/** In the vault beside the keys of subjects, wrapped as they are; no stream and no person is called so. */
const SUBJECT = 'names:registers';
/** 128 bits. The unkeyed ids of earlier releases had 24 characters, which is how they are told apart. */
const CHARACTERS = 32;

const keyedBy = (secret: Buffer): Pseudonyms => {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'duban/pseudonym/1', 32));
  return (register, name) =>
    `person:${createHmac('sha256', key)
      .update(JSON.stringify([register, name]))
      .digest('hex')
      .slice(0, CHARACTERS)}`;
};

/** HMAC-SHA-256 (RFC 2104) under a secret of the installation: no list of names tells whose an id is. Makes the secret where there is none. */
export const pseudonymsOf = (vault: Pick<Vault, 'ringFor'>): Pseudonyms =>
  keyedBy(vault.ringFor([SUBJECT]).key.export());

/**
 * For who writes nothing: the ids of the vault where it has given any, else ids that nobody will ever meet again.
 */
export const pseudonymsToTry = (vault: Pick<Vault, 'ringFor' | 'liveKeysOf'> | null): Pseudonyms =>
  vault !== null && vault.liveKeysOf(SUBJECT).length > 0 ? pseudonymsOf(vault) : keyedBy(randomBytes(32));
