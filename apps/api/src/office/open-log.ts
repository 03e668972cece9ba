import { join } from 'node:path';
import { CodedError, type Clock } from '@duban/kernel';
import type { Config } from '@duban/config';
import type { EventStore } from '@duban/event-store';
import { openSqliteStore } from '@duban/event-store-sqlite';
import type { ReaderSource } from '@duban/read-store';
import type { LogState } from './office.ts';

/** The log, what it says of itself, and how another thread opens a reader of it. */
export type OpenLog = {
  readonly store: EventStore;
  readonly state: () => LogState;
  readonly reader: ReaderSource;
  /** The same as it is stored, personal text still encrypted: what is sealed. */
  readonly raw: ReaderSource;
};

/** `clock` is given where time is told, in tests and in the demo; the store's writer has one of its own otherwise. */
export const openLog = async (config: Config, clock: Clock | null): Promise<OpenLog> => {
  if (config.eventStoreUrl !== null) {
    throw new CodedError(
      'config.invalid',
      'the cluster profile is not part of this release yet: use DUBAN_PROFILE=single',
    );
  }
  const file = join(config.dataDir, 'log.sqlite');
  const store = await openSqliteStore(clock === null ? { file } : { file, clock });
  const raw = {
    module: '@duban/event-store-sqlite',
    name: 'openSqliteStore',
    options: { file, readOnly: true },
  };
  return { store, state: store.health, reader: raw, raw };
};
