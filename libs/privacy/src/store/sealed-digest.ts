import { openText, sealText } from '../field/envelope.ts';
import type { Keyring, Ring } from '../vault/vault.port.ts';

/**
 * A plain SHA-256 of a command would let anybody with the log test guesses of a text that was erased. It is stored
 * encrypted instead, under the same keys as the texts: `enc1.<keys>.<nonce>.<ciphertext>`, and dies with them.
 */
const PREFIX = 'enc1';

const placeOf = (commandId: string): string => `${commandId}/metadata/commandDigest`;

export const isSealedDigest = (digest: string): boolean => digest.startsWith(`${PREFIX}.`);

export const sealDigest = (ring: Ring, digest: string, commandId: string): string => {
  const { k, n, c } = sealText(ring, placeOf(commandId), digest);
  return [PREFIX, k, n, c].join('.');
};

/** What was sealed; a digest from before this library as it stands; the erased mark where a key is gone. */
export const openDigest = (keyring: Keyring, stored: string, commandId: string): string => {
  if (!isSealedDigest(stored)) return stored;
  const [, k = '', n = '', c = ''] = stored.split('.');
  return openText(keyring, { $enc: 1, k, n, c }, placeOf(commandId));
};
