import { existsSync } from 'node:fs';
import type { Config } from '@duban/config';
import { openSqliteStore, type SqliteStore } from '@duban/event-store-sqlite';
import { CodedError } from '@duban/kernel';
import { placesOf } from '../places.ts';
import { readable } from './open-log-reader.ts';
import { refuseCluster } from './refuse-cluster.ts';

/**
 * For reading, as it is stored, personal text encrypted: for proofs and their exports.
 * @throws CodedError `log.not-there`, `log.not-wired`, `log.unavailable`
 */
export const openStoredLog = async (config: Config): Promise<SqliteStore> => {
  refuseCluster(config);
  const { log: file } = placesOf(config);
  if (!existsSync(file)) throw new CodedError('log.not-there', file);
  return openSqliteStore({ file, readOnly: true });
};

/**
 * For reading, texts in clear; a server may have it open as well.
 * @throws CodedError beside those of {@link openStoredLog} those of the vault
 */
export const openLogToRead = async (config: Config): Promise<SqliteStore> => {
  const { vault: vaultFile, masterKey: keyFile } = placesOf(config);
  const stored = await openStoredLog(config);
  try {
    return readable(stored, { vaultFile, keyFile });
  } catch (error) {
    await stored.close();
    throw error;
  }
};

/** What a dry run reads: the log where there is one. Null: there is nothing yet, and it stays so. */
export const openLogIfThere = async (config: Config): Promise<SqliteStore | null> => {
  refuseCluster(config);
  return existsSync(placesOf(config).log) ? openLogToRead(config) : null;
};
