import type { Config } from '@duban/config';
import type { EventStore } from '@duban/event-store';
import { CodedError } from '@duban/kernel';
import { placesOf } from '../places.ts';
import { isPlaceThere, logPlaceOf, openPlacedReader } from './log-place.ts';
import { readable } from './open-log-reader.ts';

const isThere = (config: Config): boolean => isPlaceThere(logPlaceOf(config));

/**
 * For reading, as it is stored, personal text encrypted: for proofs and their exports.
 * @throws CodedError `log.not-there`, `log.unavailable`
 */
export const openStoredLog = async (config: Config): Promise<EventStore> => {
  if (!isThere(config)) throw new CodedError('log.not-there', placesOf(config).log);
  return openPlacedReader(logPlaceOf(config));
};

/**
 * For reading, texts in clear; a server may have it open as well.
 * @throws CodedError beside those of {@link openStoredLog} those of the vault
 */
export const openLogToRead = async (config: Config): Promise<EventStore> => {
  const { vault: vaultFile, masterKey: keyFile } = placesOf(config);
  const stored = await openStoredLog(config);
  try {
    return readable(stored, { vaultFile, keyFile });
  } catch (error) {
    await stored.close();
    throw error;
  }
};

/** The same; null where there is nothing yet. */
export const openStoredLogIfThere = async (config: Config): Promise<EventStore | null> =>
  isThere(config) ? openStoredLog(config) : null;

/** What a dry run reads: the log where there is one. Null: there is nothing yet, and it stays so. */
export const openLogIfThere = async (config: Config): Promise<EventStore | null> =>
  isThere(config) ? openLogToRead(config) : null;
