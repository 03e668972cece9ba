import type { EventStore } from '@duban/event-store';
import type { LogFactory } from '@duban/event-store-conformance';
import { createMemoryLog, type MemoryLog, openMemoryStore } from '@duban/event-store-memory';

/** Turns a sound store into a broken one; `log` is what all clients of one log share. */
export type Breakage = (store: EventStore, log: MemoryLog) => EventStore;

/** The log object plays the disk: it outlives the clients that are opened on it. */
export const memoryLogFactory =
  (breakage: Breakage = (store) => store, heartbeatMs = 1_000): LogFactory =>
  (clock) => {
    const log = createMemoryLog();
    const factory = {
      open: () => Promise.resolve(breakage(openMemoryStore({ log, clock, heartbeatMs }), log)),
      crash: () => Promise.resolve(),
      remove: () => Promise.resolve(),
    };
    return Promise.resolve(factory);
  };
