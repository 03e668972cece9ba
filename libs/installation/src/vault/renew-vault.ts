import { existsSync, renameSync, rmSync } from 'node:fs';
import type { Config } from '@duban/config';
import { bindVault, openPeopleStore, openVault } from '@duban/privacy';
import { placesOf, type Places } from '../places.ts';
import { isUseless, onStoredLog, type VaultFinding } from './examine-vault.ts';

export type VaultRenewal = VaultFinding & {
  /** What was put aside, under its new name. Nothing is removed. */
  readonly putAside: readonly string[];
};

/** A write-ahead file that stays behind would be taken for that of the new file. */
const putAside = (file: string, at: string): readonly string[] =>
  ['', '-wal', '-shm'].flatMap((end) => {
    if (!existsSync(`${file}${end}`)) return [];
    const aside = `${file}.aside-${at}${end}`;
    renameSync(`${file}${end}`, aside);
    return [aside];
  });

/** The new one is whole, and its master key there, before the old one is touched. */
const replaceVault = (
  { vault: file, masterKey: keyFile, people }: Places,
  createKey: boolean,
  at: string,
): readonly string[] => {
  const fresh = `${file}.new`;
  rmSync(fresh, { force: true });
  openVault({ file: fresh, keyFile, createKey }).close();
  // Names are under keys of the old vault.
  const aside = [...putAside(file, at), ...putAside(people, at)];
  renameSync(fresh, file);
  return aside;
};

/**
 * Begins a new vault beside a log whose own is lost, or goes on with an older one: for ever, what needs a missing key reads
 * as lost. Whoever calls it has been told what is lost; no other process may have the vault open.
 * @throws CodedError those of the vault, `vault.master-missing` among them
 */
export const renewVault = async (config: Config, finding: VaultFinding): Promise<VaultRenewal> => {
  const places = placesOf(config);
  const at = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const { vault: file, masterKey: keyFile } = places;
  const aside = isUseless(finding) ? replaceVault(places, config.profile === 'demo', at) : [];
  const vault = openVault({ file, keyFile, mustExist: true });
  try {
    const { belongings } = vault;
    belongings.acceptLoss(belongings.unknownAmong(finding.keys));
    await onStoredLog(config, (raw) => bindVault(raw, belongings, file));
    const names = finding.names === null ? [] : putAside(places.people, at);
    if (finding.names !== null) belongings.drop('people');
    openPeopleStore(places.people, vault).close();
    return { ...finding, putAside: [...aside, ...names] };
  } finally {
    vault.close();
  }
};
