import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '@duban/kernel';
import type { Config } from '@duban/config';
import { openSqliteStore, type SqliteStore } from '@duban/event-store-sqlite';

const logFileOf = ({ dataDir }: Config): string => join(dataDir, 'log.sqlite');
export const readModelsOf = ({ dataDir }: Config): string => join(dataDir, 'read-models');

const refuseCluster = ({ profile }: Config): void => {
  if (profile === 'cluster')
    throw new CodedError('log.not-wired', 'the cluster profile keeps its log in EventStoreDB');
};

/**
 * The log of this installation, for reading: the one place of the command line that knows which store a profile has.
 * @throws CodedError `log.not-there`, `log.not-wired`, `log.unavailable`
 */
export const openLogToRead = async (config: Config): Promise<SqliteStore> => {
  refuseCluster(config);
  const file = logFileOf(config);
  if (!existsSync(file)) throw new CodedError('log.not-there', file);
  return openSqliteStore({ file, readOnly: true });
};

/** For writing; made where it is not there. A server may have it open as well (architecture.md section 4). */
export const openLogToWrite = async (config: Config): Promise<SqliteStore> => {
  refuseCluster(config);
  return openSqliteStore({ file: logFileOf(config) });
};

/** What a dry run reads: the log where there is one. Null: there is nothing yet, and it stays so. */
export const openLogIfThere = async (config: Config): Promise<SqliteStore | null> => {
  refuseCluster(config);
  return existsSync(logFileOf(config)) ? openLogToRead(config) : null;
};
