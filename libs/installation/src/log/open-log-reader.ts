import { existsSync } from 'node:fs';
import type { EventLifecycle, EventReader } from '@duban/event-store';
import { CodedError } from '@duban/kernel';
import { openVault, readPersonalText, type Keyring } from '@duban/privacy';
import { openPlacedReader, type LogPlace } from './log-place.ts';

/** Plain data: it travels to worker threads. */
export type LogReaderOptions = {
  readonly log: LogPlace;
  readonly vaultFile: string;
  readonly keyFile: string;
};

type Closable = EventReader & EventLifecycle;

const missing = (file: string) => (): never => {
  throw new CodedError('vault.missing', `the log holds encrypted text, and there is no vault at ${file}`);
};

/** For a log from before there was a vault: plain texts are read, an encrypted one says what is missing. */
const withoutVault = (file: string): Keyring & { readonly close: () => void } => ({
  refresh: () => undefined,
  ringFor: missing(file),
  ringOf: missing(file),
  subjectsOf: missing(file),
  close: () => undefined,
});

/** The same reader with its texts in clear; closing it closes the vault behind it. */
export const readable = <Reader extends Closable>(
  reader: Reader,
  { vaultFile: file, keyFile }: Omit<LogReaderOptions, 'log'>,
): Reader => {
  const vault = existsSync(file) ? openVault({ file, keyFile, mustExist: true }) : withoutVault(file);
  return {
    ...readPersonalText(reader, vault),
    close: async () => {
      await reader.close();
      vault.close();
    },
  };
};

/** As it is stored: for sealing and proofs. */
export const openStoredLogReader = ({ log }: LogReaderOptions): Promise<Closable> => openPlacedReader(log);

/**
 * For reading only, texts in clear: what the thread of the read models opens.
 * @throws CodedError those of the log and of the vault
 */
export const openLogReader = async (options: LogReaderOptions): Promise<Closable> => {
  const reader = await openStoredLogReader(options);
  try {
    return readable(reader, options);
  } catch (error) {
    await reader.close();
    throw error;
  }
};
