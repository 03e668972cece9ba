import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '@duban/event-store';
import type { LogFactory } from '@duban/event-store-conformance';
import { openSqliteStore } from '@duban/event-store-sqlite';

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );

/** A file per case. A crash is its files as they are on disk at that moment, without anybody closing anything. */
export const sqliteLogFactory: LogFactory = async (clock) => {
  const folder = await mkdtemp(join(tmpdir(), 'duban-log-'));
  let file = join(folder, 'log.db');
  let crashes = 0;
  const opened: EventStore[] = [];
  return {
    open: async () => {
      const store = await openSqliteStore({ file, clock });
      opened.push(store);
      return store;
    },
    crash: async () => {
      const image = join(folder, `after-crash-${(crashes += 1)}.db`);
      for (const part of ['', '-wal']) {
        if (await exists(file + part)) await copyFile(file + part, image + part);
      }
      await Promise.all(opened.splice(0).map((store) => store.close()));
      file = image;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};
