import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openVault, type Vault } from '@duban/privacy';

/** A data directory of one spec, with the paths that an installation has under it. */
export type PrivacyPlaces = {
  readonly dir: string;
  readonly log: string;
  readonly vaultFile: string;
  readonly keyFile: string;
  readonly peopleFile: string;
  readonly readModels: string;
  readonly proofs: string;
  /** Opens the vault once more, as another process would. */
  readonly vault: () => Vault;
  readonly remove: () => void;
};

export const privacyPlaces = (): PrivacyPlaces => {
  const dir = mkdtempSync(join(tmpdir(), 'duban-privacy-'));
  const vaultFile = join(dir, 'vault.sqlite');
  const keyFile = join(dir, 'vault.key');
  const opened: Vault[] = [];
  return {
    dir,
    log: join(dir, 'log.sqlite'),
    vaultFile,
    keyFile,
    peopleFile: join(dir, 'people.sqlite'),
    readModels: join(dir, 'read'),
    proofs: join(dir, 'proofs.sqlite'),
    vault: () => {
      const vault = openVault({ file: vaultFile, keyFile, createKey: true });
      opened.push(vault);
      return vault;
    },
    remove: () => {
      for (const vault of opened) vault.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
};
