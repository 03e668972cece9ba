import { join } from 'node:path';
import type { Config } from '@duban/config';

/** Where an installation keeps what: the one place that knows these names. */
export type Places = {
  readonly log: string;
  readonly readModels: string;
  /** Every subject's key, wrapped by the master key. */
  readonly vault: string;
  readonly masterKey: string;
  readonly people: string;
  /** How far events have gone out, where one process alone sends. */
  readonly relay: string;
  /** The furthest position ever seen of a log that was found to end before it. */
  readonly seen: string;
};

type Folders = Pick<Config, 'dataDir' | 'vaultDir' | 'vaultKeyFile'>;

export const placesOf = ({ dataDir, vaultDir, vaultKeyFile }: Folders): Places => ({
  log: join(dataDir, 'log.sqlite'),
  readModels: join(dataDir, 'read-models'),
  vault: join(vaultDir, 'vault.sqlite'),
  masterKey: vaultKeyFile ?? join(vaultDir, 'vault.key'),
  people: join(vaultDir, 'people.sqlite'),
  relay: join(dataDir, 'relay.sqlite'),
  seen: join(dataDir, 'log.seen'),
});
