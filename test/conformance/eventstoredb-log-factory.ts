import type { EventStore } from '@duban/event-store';
import type { LogFactory } from '@duban/event-store-conformance';
import { type EventStoreDbOptions, openEventStoreDb } from '@duban/event-store-eventstoredb';
import type { EsdbDouble, Fault } from '../setup/esdb/start-esdb-double.ts';

/**
 * An emptied log and a name space of its own for every case, on one server. A crash is that of the server; it keeps
 * its ports, and the clients that were connected are closed.
 */
export const doubleLogFactory =
  (
    double: () => EsdbDouble,
    options: Partial<EventStoreDbOptions> = {},
    faults: readonly Fault[] = [],
  ): LogFactory =>
  async (clock) => {
    await double().tell({ do: 'clear-faults' });
    await double().tell({ do: 'reset' });
    await double().fault(...faults);
    const streamPrefix = `t${globalThis.crypto.randomUUID()}.`;
    const opened: EventStore[] = [];
    return {
      open: async () => {
        const connectionString = double().connectionString();
        const store = await openEventStoreDb({ connectionString, streamPrefix, clock, ...options });
        opened.push(store);
        return store;
      },
      crash: async () => {
        await double().restart();
        await double().fault(...faults);
        await Promise.all(opened.splice(0).map((store) => store.close()));
      },
      remove: () => Promise.resolve(),
    };
  };
