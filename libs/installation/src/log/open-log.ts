import type { Config } from '@duban/config';
import type { EventStore } from '@duban/event-store';
import { LOG_START, type Clock } from '@duban/kernel';
import { bindVault, openVault, withPersonalText, type Vault } from '@duban/privacy';
import type { ReaderSource } from '@duban/read-store';
import { placesOf, type Places } from '../places.ts';
import { EMPTY_LOG } from '../vault/examine-vault.ts';
import { guardedLog } from './guarded-log.ts';
import { isPlaceThere, logPlaceOf, openPlacedLog, type PlacedLog } from './log-place.ts';
import type { LogState } from './log-state.ts';
import type { LogReaderOptions } from './open-log-reader.ts';
import type { GuardedLog, WriteStop } from './write-guard.ts';

/** The log of an installation with its vault. */
export type OpenLog = {
  /** As it is stored, personal text encrypted: what is sealed, proven and exported for proof. */
  readonly raw: EventStore;
  /** The same with personal text in clear: what everything else works on. */
  readonly store: EventStore;
  readonly vault: Vault;
  readonly state: () => LogState;
  /** Which epoch of the log this is; the first is 1. */
  readonly epoch: number;
  /** Nothing is written from now on, until this process ends. */
  readonly stopWrites: (why: WriteStop) => void;
  readonly stopped: () => WriteStop | null;
  /** How another thread opens readers of these two. */
  readonly reader: ReaderSource;
  readonly rawReader: ReaderSource;
  readonly close: () => Promise<void>;
};

export type OpenLogSeams = {
  /** Where time is told, in tests and in the demo; the store has a clock of its own otherwise. */
  readonly clock?: Clock;
  /** Hears why writing was stopped, once. */
  readonly onStop?: (why: WriteStop) => void;
};

const MODULE = '@duban/installation';

type Opened = {
  readonly raw: PlacedLog;
  readonly vault: Vault;
  readonly log: GuardedLog;
  readonly epoch: number;
};

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
const stateOf = ({ raw, vault, log }: Opened): LogState => {
  const stop = log.stopped();
  if (stop !== null) return { status: 'unavailable', code: stop.code, remedy: stop.message };
  const [state, fault] = [raw.state(), vault.state()];
  return state.status === 'ok' && fault !== null ? { status: 'unavailable', ...fault } : state;
};

const readersOf = (config: Config, { vault: vaultFile, masterKey: keyFile }: Places) => {
  const options: LogReaderOptions = { log: logPlaceOf(config), vaultFile, keyFile };
  return {
    reader: { module: MODULE, name: 'openLogReader', options },
    rawReader: { module: MODULE, name: 'openStoredLogReader', options },
  };
};

const opened = (config: Config, parts: Opened): OpenLog => {
  const { raw, vault, log, epoch } = parts;
  return {
    ...{ raw: log.store, vault, epoch, store: withPersonalText(log.store, vault) },
    ...{ state: () => stateOf(parts), stopWrites: log.stop, stopped: log.stopped },
    ...readersOf(config, placesOf(config)),
    close: async () => {
      await raw.close();
      vault.close();
    },
  };
};

/**
 * Opens, or makes, the log that the settings name, with the vault of its texts: the one place that knows which store a
 * profile has. The vault is compared with the log before anything is written to either.
 * @throws CodedError those of the log and of the vault, `vault.foreign` and `vault.too-old` among them; nothing stays open then
 */
export const openLog = async (
  config: Config,
  { clock, onStop = () => undefined }: OpenLogSeams = {},
): Promise<OpenLog> => {
  const place = logPlaceOf(config);
  let raw = isPlaceThere(place) ? await openPlacedLog(place, clock) : null;
  let vault: Vault | null = null;
  try {
    vault = await vaultOf(config, raw);
    raw ??= await openPlacedLog(place, clock);
    return opened(config, { raw, vault, ...(await guardedLog(config, raw, onStop)) });
  } catch (error) {
    await raw?.close();
    vault?.close();
    throw error;
  }
};
