import type { Config } from '@duban/config';
import type { EventStore } from '@duban/event-store';
import type { Clock } from '@duban/kernel';
import { openVault, withPersonalText, type Vault } from '@duban/privacy';
import type { ReaderSource } from '@duban/read-store';
import { placesOf, type Places } from '../places.ts';
import { logPlaceOf, openPlacedLog } from './log-place.ts';
import type { LogState } from './log-state.ts';
import type { LogReaderOptions } from './open-log-reader.ts';

/** The log of an installation with its vault. */
export type OpenLog = {
  /** As it is stored, personal text encrypted: what is sealed, proven and exported for proof. */
  readonly raw: EventStore;
  /** The same with personal text in clear: what everything else works on. */
  readonly store: EventStore;
  readonly vault: Vault;
  readonly state: () => LogState;
  /** How another thread opens readers of these two. */
  readonly reader: ReaderSource;
  readonly rawReader: ReaderSource;
  readonly close: () => Promise<void>;
};

export type OpenLogSeams = {
  /** Where time is told, in tests and in the demo; the store has a clock of its own otherwise. */
  readonly clock?: Clock;
};

const MODULE = '@duban/installation';

/** The demo makes its master key by itself; elsewhere somebody has put it where the settings say. */
const vaultOf = ({ profile }: Config, { vault: file, masterKey: keyFile }: Places): Vault =>
  openVault({ file, keyFile, createKey: profile === 'demo' });

const readersOf = (config: Config, { vault: vaultFile, masterKey: keyFile }: Places) => {
  const options: LogReaderOptions = { log: logPlaceOf(config), vaultFile, keyFile };
  return {
    reader: { module: MODULE, name: 'openLogReader', options },
    rawReader: { module: MODULE, name: 'openStoredLogReader', options },
  };
};

/**
 * Opens, or makes, the log that the settings name, with the vault of its texts: the one place that knows which store a
 * profile has.
 * @throws CodedError those of the log and of the vault; nothing stays open then
 */
export const openLog = async (config: Config, { clock }: OpenLogSeams = {}): Promise<OpenLog> => {
  const places = placesOf(config);
  const vault = vaultOf(config, places);
  try {
    const raw = await openPlacedLog(logPlaceOf(config), clock);
    return {
      ...{ raw, vault, store: withPersonalText(raw, vault), state: raw.state },
      ...readersOf(config, places),
      close: async () => {
        await raw.close();
        vault.close();
      },
    };
  } catch (error) {
    vault.close();
    throw error;
  }
};
