import type { Config } from '@duban/config';
import type { EventStore } from '@duban/event-store';
import { LOG_START, type Clock } from '@duban/kernel';
import { bindVault, openVault, withPersonalText, type Vault } from '@duban/privacy';
import type { ReaderSource } from '@duban/read-store';
import { placesOf, type Places } from '../places.ts';
import { isPlaceThere, logPlaceOf, openPlacedLog, type PlacedLog } from './log-place.ts';
import { EMPTY_LOG } from '../vault/examine-vault.ts';
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

/** A server that answers has a log, if an empty one; a file that is not there is not made for looking. */
const isEmpty = async (raw: PlacedLog | null): Promise<boolean> =>
  raw === null || (await raw.readLog({ after: LOG_START, limit: 1 })).events.length === 0;

/**
 * The vault of this log: made with it, and never beside one that holds events. The demo makes its master key by itself;
 * elsewhere somebody has put it where the settings say.
 */
const vaultOf = async (config: Config, raw: PlacedLog | null): Promise<Vault> => {
  const { vault: file, masterKey: keyFile } = placesOf(config);
  const mustExist = !(await isEmpty(raw));
  const vault = openVault({ file, keyFile, createKey: config.profile === 'demo', mustExist });
  try {
    await bindVault(raw ?? EMPTY_LOG, vault.belongings, file);
    return vault;
  } catch (error) {
    vault.close();
    throw error;
  }
};

/** What keeps the vault from being trusted with new keys stops the log as well. */
const stateOf = (raw: PlacedLog, vault: Vault): LogState => {
  const state = raw.state();
  const fault = vault.state();
  return state.status === 'ok' && fault !== null ? { status: 'unavailable', ...fault } : state;
};

const readersOf = (config: Config, { vault: vaultFile, masterKey: keyFile }: Places) => {
  const options: LogReaderOptions = { log: logPlaceOf(config), vaultFile, keyFile };
  return {
    reader: { module: MODULE, name: 'openLogReader', options },
    rawReader: { module: MODULE, name: 'openStoredLogReader', options },
  };
};

const opened = (config: Config, raw: PlacedLog, vault: Vault): OpenLog => ({
  ...{ raw, vault, store: withPersonalText(raw, vault), state: () => stateOf(raw, vault) },
  ...readersOf(config, placesOf(config)),
  close: async () => {
    await raw.close();
    vault.close();
  },
});

/**
 * Opens, or makes, the log that the settings name, with the vault of its texts: the one place that knows which store a
 * profile has. The vault is compared with the log before anything is written to either.
 * @throws CodedError those of the log and of the vault, `vault.foreign` and `vault.too-old` among them; nothing stays open then
 */
export const openLog = async (config: Config, { clock }: OpenLogSeams = {}): Promise<OpenLog> => {
  const place = logPlaceOf(config);
  let raw = isPlaceThere(place) ? await openPlacedLog(place, clock) : null;
  let vault: Vault | null = null;
  try {
    vault = await vaultOf(config, raw);
    raw ??= await openPlacedLog(place, clock);
    return opened(config, raw, vault);
  } catch (error) {
    await raw?.close();
    vault?.close();
    throw error;
  }
};
