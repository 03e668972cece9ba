import type { EventReader, EventLifecycle } from '@duban/event-store';
import { openSqliteStore } from '@duban/event-store-sqlite';
import { openVault } from '../vault/open-vault.ts';
import { readPersonalText } from './with-personal-text.ts';

export type ReadableLogOptions = {
  readonly file: string;
  readonly vaultFile: string;
  readonly keyFile: string;
  readonly pollMs?: number;
};

/**
 * The SQLite log with its texts in clear, for reading only: what a worker thread or a tool beside the server opens.
 * @throws CodedError those of the log and of the vault, `vault.missing` among them
 */
export const openReadableLog = async (options: ReadableLogOptions): Promise<EventReader & EventLifecycle> => {
  const { file, vaultFile, keyFile, pollMs } = options;
  const vault = openVault({ file: vaultFile, keyFile, mustExist: true });
  try {
    const log = await openSqliteStore({ file, readOnly: true, ...(pollMs === undefined ? {} : { pollMs }) });
    return {
      ...readPersonalText(log, vault),
      close: async () => {
        await log.close();
        vault.close();
      },
    };
  } catch (error) {
    vault.close();
    throw error;
  }
};
