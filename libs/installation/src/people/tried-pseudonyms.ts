import { existsSync } from 'node:fs';
import type { Config } from '@duban/config';
import { openVault, pseudonymsToTry, type Pseudonyms } from '@duban/privacy';
import { placesOf } from '../places.ts';
import { onStoredLog } from '../vault/examine-vault.ts';
import { LOG_START } from '@duban/kernel';

/**
 * The pseudonyms of a dry run, which makes neither vault nor key.
 * @throws CodedError `vault.missing` where the log holds events: whom it knows could not be told
 */
export const triedPseudonyms = async (config: Config): Promise<Pseudonyms> => {
  const { vault: file, masterKey: keyFile } = placesOf(config);
  const holdsEvents = await onStoredLog(
    config,
    async (raw) => (await raw.readLog({ after: LOG_START, limit: 1 })).events.length > 0,
  );
  if (!holdsEvents && !existsSync(file)) return pseudonymsToTry(null);
  const vault = openVault({ file, keyFile, mustExist: true });
  try {
    return pseudonymsToTry(vault);
  } finally {
    vault.close();
  }
};
