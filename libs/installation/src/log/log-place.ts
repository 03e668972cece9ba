import { existsSync } from 'node:fs';
import type { Config } from '@duban/config';
import type { EventStore } from '@duban/event-store';
import { openSqliteStore } from '@duban/event-store-sqlite';
import type { Clock } from '@duban/kernel';
import { placesOf } from '../places.ts';
import type { LogState } from './log-state.ts';

/** Where a log is kept, as plain data. A connection string may hold credentials: never print it. */
export type LogPlace =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'eventstoredb'; readonly connectionString: string };

export type PlacedLog = EventStore & { readonly state: () => LogState };

export const logPlaceOf = (config: Config): LogPlace =>
  config.eventStoreUrl === null
    ? { kind: 'sqlite', file: placesOf(config).log }
    : { kind: 'eventstoredb', connectionString: config.eventStoreUrl };

/** A server that can be reached has a log, if an empty one. */
export const isPlaceThere = (place: LogPlace): boolean =>
  place.kind === 'eventstoredb' || existsSync(place.file);

const OK: LogState = { status: 'ok' };

/** A subscription that is being begun anew only delays: listeners are woken by the heartbeat meanwhile. */
const openOnServer = async (
  connectionString: string,
  more: { readonly clock?: Clock },
): Promise<PlacedLog> => {
  // Half of what a process with its log in a file would load for nothing.
  const { openEventStoreDb } = await import('@duban/event-store-eventstoredb');
  const store = await openEventStoreDb({ connectionString, ...more });
  const state = (): LogState => {
    const { status, code = 'log.unavailable', remedy = '' } = store.health();
    return status === 'unavailable' ? { status, code, remedy } : OK;
  };
  return { ...store, state };
};

/** @throws CodedError those of the log */
export const openPlacedLog = async (place: LogPlace, clock?: Clock): Promise<PlacedLog> => {
  const more = clock === undefined ? {} : { clock };
  if (place.kind === 'eventstoredb') return openOnServer(place.connectionString, more);
  const store = await openSqliteStore({ file: place.file, ...more });
  return { ...store, state: store.health };
};

/** The server has no door for readers only; in a file a reader needs no writer's thread. */
export const openPlacedReader = (place: LogPlace): Promise<EventStore> =>
  place.kind === 'eventstoredb'
    ? openPlacedLog(place)
    : openSqliteStore({ file: place.file, readOnly: true });
