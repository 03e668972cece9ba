import {
  outletCommands,
  outletState,
  type CommandHandlerPorts,
  type OutletCommands,
} from '@duban/application';
import type { Outlets } from '@duban/contracts';
import type { Config } from '@duban/config';
import { KAFKA_OUTLET, placesOf, startPublicRelay, type OpenLog } from '@duban/installation';
import type { Clock } from '@duban/kernel';
import { openSqlitePositionStore, type RelayState } from '@duban/messaging';
import type { Logger } from '@duban/nest';

/** Where public events go besides SSE. */
export type OfficeOutlets = {
  readonly names: readonly string[];
  readonly send: OutletCommands;
  readonly list: () => Promise<Outlets['items']>;
  /** Null where nothing goes out from this process. */
  readonly relay: (() => RelayState) | null;
  readonly close: () => Promise<void>;
};

export type OutletParts = CommandHandlerPorts & {
  readonly log: OpenLog;
  readonly clock: Clock;
  readonly logger: Logger;
};

/** In a cluster the worker sends, whichever has the turn; a process alone sends by itself. */
const relayOf = async (config: Config, { log, logger }: OutletParts) => {
  if (config.kafkaBrokers.length === 0 || config.profile === 'cluster') return null;
  const positions = openSqlitePositionStore(placesOf(config).relay);
  return startPublicRelay(config, {
    ...{ log, positions },
    onFault: (fault) => {
      logger.error({ err: fault }, 'events on their way to Kafka');
    },
  });
};

/** @throws CodedError `config.invalid` */
export const openOutlets = async (config: Config, parts: OutletParts): Promise<OfficeOutlets> => {
  const names = config.kafkaBrokers.length === 0 ? [] : [KAFKA_OUTLET];
  const relay = await relayOf(config, parts);
  return {
    names,
    send: outletCommands(parts),
    list: () =>
      Promise.all(
        names.map(async (name) => ({
          name,
          ...(await outletState(parts.store, name)),
          relay: relay?.state() ?? null,
        })),
      ),
    relay: relay === null ? null : relay.state,
    close: async () => {
      await relay?.stop();
    },
  };
};
