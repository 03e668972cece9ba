import { cp, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openAuditLog, type AuditOptions } from '@duban/audit-log';
import type { StoredEvent } from '@duban/event-store';
import { openSqliteStore } from '@duban/event-store-sqlite';
import { dataFolder, type DataFolder } from './duban.ts';

const PORTION = 10;

export const auditOf = (folder: string): AuditOptions => ({
  dataDir: folder,
  tenant: 'cq',
  hash: 'sha256',
  subject: 'events',
  createKey: true,
});

/** Appends ten at a time, each ten under a checkpoint of its own, as a server would over a day. */
export const appendSealed = async (folder: string, events: readonly StoredEvent[]): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const store = await openSqliteStore({ file: join(folder, 'log.sqlite') });
  const log = openAuditLog(auditOf(folder));
  for (let from = 0; from < events.length; from += PORTION) {
    for (const { id, type, schemaVersion, data, metadata, stream } of events.slice(from, from + PORTION)) {
      const { recordedAt: _recordedAt, ...told } = metadata;
      await store.append(stream, [{ id, type, schemaVersion, data, metadata: told }], 'any');
    }
    await log.seal(store);
  }
  log.close();
  await store.close();
};

/** What somebody does who may write the file and knows its format. */
export const tamperWith = (folder: string, sql: string): void => {
  const database = new DatabaseSync(join(folder, 'log.sqlite'));
  database.exec(`DROP TRIGGER event_is_not_changed; DROP TRIGGER event_is_not_removed;
    DROP TRIGGER log_does_not_go_back; DROP INDEX event_by_stream; DROP INDEX event_by_id;
    DROP INDEX event_by_command; ${sql}`);
  database.close();
};

export type SealedFolder = DataFolder & {
  readonly folder: string;
  /** Copies of the whole folder, for going back to. */
  readonly keep: (name: string) => Promise<void>;
  readonly putBack: (name: string, parts?: readonly string[]) => Promise<void>;
  readonly verifierKey: () => Promise<string>;
};

export const sealedFolder = async (): Promise<SealedFolder> => {
  const data = await dataFolder();
  const folder = data.env.DUBAN_DATA;
  const copy = (name: string): string => join(data.dir, `copy-${name}`);
  return {
    ...data,
    folder,
    keep: (name) => cp(folder, copy(name), { recursive: true }),
    putBack: async (name, parts = ['']) => {
      for (const part of parts) {
        await rm(join(folder, part), { recursive: true, force: true });
        await cp(join(copy(name), part), join(folder, part), { recursive: true });
      }
    },
    verifierKey: async () => (await readFile(join(folder, 'audit/verifier-keys.txt'), 'utf8')).trim(),
  };
};
