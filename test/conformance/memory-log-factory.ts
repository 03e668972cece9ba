import type { Clock } from '@duban/kernel';
import type { EventStore } from '@duban/event-store';
import type { LogFactory } from '@duban/event-store-conformance';
import { createMemoryLog, type MemoryLog, openMemoryStore } from '@duban/event-store-memory';

/** What a broken store can see: the log that its clients share, and how long it was when this client was opened. */
export type Backstage = {
  readonly log: MemoryLog;
  readonly clock: Clock;
  readonly lengthAtOpen: number;
  /** 0 for the first client of the log. */
  readonly client: number;
};

/** Turns a sound store into a broken one. */
export type Breakage = (store: EventStore, backstage: Backstage) => EventStore;

/** The log object plays the disk: it outlives the clients that are opened on it. */
export const memoryLogFactory =
  (breakage: Breakage = (store) => store, heartbeatMs = 1_000): LogFactory =>
  (clock) => {
    const log = createMemoryLog();
    let clients = 0;
    const open = () => {
      const backstage = { log, clock, lengthAtOpen: log.rows.length, client: clients++ };
      return Promise.resolve(breakage(openMemoryStore({ log, clock, heartbeatMs }), backstage));
    };
    return Promise.resolve({ open, crash: () => Promise.resolve(), remove: () => Promise.resolve() });
  };
