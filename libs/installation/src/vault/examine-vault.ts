import type { Config } from '@duban/config';
import type { EventReader } from '@duban/event-store';
import { CodedError, LOG_START } from '@duban/kernel';
import { compareVault, openPeopleStore, openVault, type Vault } from '@duban/privacy';
import { isPlaceThere, logPlaceOf, openPlacedReader } from '../log/log-place.ts';
import { placesOf } from '../places.ts';

/** Faults after which the vault can be of no use to this log: it is replaced as a whole. */
const USELESS: ReadonlySet<string | null> = new Set([
  'vault.missing',
  'vault.foreign',
  'vault.foreign-file',
  'vault.wrong-master',
  'vault.master-missing',
]);

export const isUseless = ({ code }: Pick<VaultFinding, 'code'>): boolean => USELESS.has(code);

export type VaultFinding = {
  /** Null: the vault is that of the log. */
  readonly code: string | null;
  readonly found: string;
  /** Texts of the log that cannot be read with what is there. */
  readonly texts: number;
  /** Keys that they need. */
  readonly keys: readonly string[];
  /** `people.missing`, `people.foreign`, or null. */
  readonly names: string | null;
};

export type Raw = Pick<EventReader, 'readLog' | 'head'>;

export const EMPTY_LOG: Raw = {
  readLog: async () => ({ events: [], next: LOG_START }),
  head: async () => LOG_START,
};

const NO_BELONGINGS = {
  unknownAmong: (keys: Iterable<string>) => [...keys],
  countOf: () => 0,
  liveKeysOfKind: () => [],
  note: () => null,
  keep: () => undefined,
  drop: () => undefined,
  acceptLoss: () => undefined,
};

const codeOf = (error: unknown): string => {
  if (error instanceof CodedError) return error.code;
  throw error;
};

const openedVault = (config: Config): Vault | CodedError => {
  const { vault: file, masterKey: keyFile } = placesOf(config);
  try {
    return openVault({ file, keyFile, mustExist: true });
  } catch (error) {
    if (error instanceof CodedError) return error;
    throw error;
  }
};

/** Only where the vault says that there is a file of names: looking makes none. */
const namesFault = (config: Config, vault: Vault): string | null => {
  if (vault.belongings.note('people') === null) return null;
  try {
    openPeopleStore(placesOf(config).people, vault).close();
    return null;
  } catch (error) {
    return codeOf(error);
  }
};

/** The log as it is stored; where there is none, the vault is measured by an empty one. */
export const onStoredLog = async <Answer>(
  config: Config,
  work: (raw: Raw) => Promise<Answer>,
): Promise<Answer> => {
  const place = logPlaceOf(config);
  if (!isPlaceThere(place)) return work(EMPTY_LOG);
  const raw = await openPlacedReader(place);
  try {
    return await work(raw);
  } finally {
    await raw.close();
  }
};

/**
 * How the vault and the log stand to each other, from the beginning of the log on. Writes nothing.
 * @throws CodedError those of the log
 */
export const examineVault = (config: Config): Promise<VaultFinding> =>
  onStoredLog(config, (raw) => examined(config, raw));

const examined = async (config: Config, raw: Raw): Promise<VaultFinding> => {
  const vault = openedVault(config);
  if (vault instanceof CodedError) {
    const { unknown: keys, texts, events } = await compareVault(raw, NO_BELONGINGS, { whole: true });
    const isNew = vault.code === 'vault.missing' && events === 0;
    const code = isNew ? null : vault.code;
    return { code, found: vault.message, texts, keys, names: null };
  }
  try {
    const { code, found, texts, unknown: keys } = await compareVault(raw, vault.belongings, { whole: true });
    const names = isUseless({ code }) ? null : namesFault(config, vault);
    return { code, found, texts, keys, names };
  } finally {
    vault.close();
  }
};
