import { existsSync } from 'node:fs';
import type { KeyObject } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { CodedError } from '@duban/kernel';
import { inTransaction } from '@duban/sqlite';
import { BELONGINGS_TABLES, belongingsIn } from './belongings.ts';
import { ERASURE_TABLE, erasureJournal } from './erasure-journal.ts';
import { KEY_TABLE, KeyTable } from './key-table.ts';
import { unwrapKey, wrapKey } from './key-wrap.ts';
import { loadMasterKey } from './master-key.ts';
import { emptyWal, openShreddingFile } from './shredding-file.ts';
import { sameFile } from './same-file.ts';
import type { Ring, Unreadable, Vault, VaultState } from './vault.port.ts';

export type VaultOptions = {
  /** Outside the log and its backups. */
  readonly file: string;
  readonly keyFile: string;
  /** The demo makes its own master key at the first start; elsewhere a missing one is a fault. */
  readonly createKey?: boolean;
  /** For readers, and beside a log that holds events: a vault that is not there is a fault, not a wish for a new one. */
  readonly mustExist?: boolean;
  /** How long to wait for another process; default 10 s. */
  readonly busyTimeoutMs?: number;
};

/** "Duva" in ASCII. */
const APPLICATION_ID = 0x44_75_76_61;
const CHECK = 'duban vault';
const RINGS_KEPT = 20_000;

const VAULT_TABLE = `
  CREATE TABLE vault (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    master_check BLOB,
    destructions INTEGER NOT NULL
  ) STRICT;
  INSERT INTO vault VALUES (1, NULL, 0);`;

/** @throws CodedError `vault.wrong-master` */
const checkMaster = (db: DatabaseSync, master: KeyObject, file: string): void => {
  inTransaction(db, () => {
    const check = db.prepare('SELECT master_check FROM vault').get()?.['master_check'];
    if (check instanceof Uint8Array) {
      if (unwrapKey(master, CHECK, check) !== null) return;
      throw new CodedError('vault.wrong-master', `${file} belongs to another master key`);
    }
    db.prepare('UPDATE vault SET master_check = ?').run(wrapKey(master, CHECK, Buffer.from(CHECK)));
  });
};

/** Bounded memory of derived keys; emptied as a whole. */
const remembered = <Kept>() => {
  const kept = new Map<string, Kept>();
  return {
    get: (name: string, make: () => Kept): Kept => {
      const known = kept.get(name);
      if (known !== undefined) return known;
      if (kept.size >= RINGS_KEPT) kept.clear();
      const made = make();
      kept.set(name, made);
      return made;
    },
    forget: () => {
      kept.clear();
    },
  };
};

/** Tells when a key was destroyed, here or by another process; asking costs some microseconds. */
const destructionWatch = (db: DatabaseSync, onDestroyed: () => void): (() => void) => {
  const version = db.prepare('PRAGMA data_version');
  const destructions = db.prepare('SELECT destructions FROM vault');
  let seen = { version: -1, destructions: -1 };
  return () => {
    const now = Number(version.get()?.['data_version']);
    if (now === seen.version) return;
    const count = Number(destructions.get()?.['destructions']);
    if (count !== seen.destructions) onDestroyed();
    seen = { version: now, destructions: count };
  };
};

/** Whether the files are where they were. The key in memory opens everything until the process ends, and nothing after it. */
const watchFiles = (file: string, keyFile: string): (() => VaultState) => {
  const look = sameFile(file);
  return () => {
    const seen = look();
    if (seen === 'gone')
      return { code: 'vault.missing', remedy: `${file} was removed; end this process and restore it` };
    if (seen === 'another')
      return { code: 'vault.foreign', remedy: `${file} was replaced under this process; end it and compare` };
    return existsSync(keyFile)
      ? null
      : { code: 'vault.master-missing', remedy: `${keyFile} was removed; put it back before the next start` };
  };
};

const overDatabase = (db: DatabaseSync, master: KeyObject, state: () => VaultState): Vault => {
  const table = new KeyTable(db, master);
  const bySubjects = remembered<Ring>();
  const byKeys = remembered<Ring | Unreadable>();
  const forget = (): void => {
    bySubjects.forget();
    byKeys.forget();
  };
  return {
    refresh: destructionWatch(db, forget),
    ringFor: (subjects) => {
      const fault = state();
      if (fault !== null && fault.code !== 'vault.master-missing')
        throw new CodedError(fault.code, fault.remedy);
      return bySubjects.get(subjects.join('\n'), () => table.ringFor(subjects));
    },
    ringOf: (k) => byKeys.get(k, () => table.ringOf(k)),
    subjectsOf: (k) => table.subjectsOf(k),
    liveKeysOf: (subject) => [table.liveOf(subject)].flatMap((row) => (row === null ? [] : [row.id])),
    destroy: (subject) => {
      table.destroy(subject);
      forget();
      emptyWal(db);
    },
    erasures: erasureJournal(db),
    belongings: belongingsIn(db),
    state,
    close: () => {
      forget();
      if (db.isOpen) db.close();
    },
  };
};

/**
 * Opens, or makes, the file that holds every subject's key. Any number of processes may have it open.
 * @throws CodedError `vault.missing`, `vault.foreign-file`, `vault.not-safe`, `vault.wrong-master`, `vault.master-missing`,
 * `vault.master-exposed`, `vault.master-unusable`
 */
export const openVault = (options: VaultOptions): Vault => {
  const { file, keyFile, createKey = false, mustExist = false, busyTimeoutMs = 10_000 } = options;
  const exists = existsSync(file);
  if (mustExist && !exists) throw new CodedError('vault.missing', `there is no vault at ${file}; restore it`);
  // A vault without its master key is a loss that a new key would only hide.
  const master = loadMasterKey(keyFile, createKey && !exists);
  const db = openShreddingFile(file, {
    applicationId: APPLICATION_ID,
    tables: `${VAULT_TABLE}${KEY_TABLE}${ERASURE_TABLE}`,
    additions: BELONGINGS_TABLES,
    faults: { missing: 'vault.missing', foreign: 'vault.foreign-file' },
    ...{ mustExist, busyTimeoutMs },
  });
  try {
    checkMaster(db, master, file);
    return overDatabase(db, master, watchFiles(file, keyFile));
  } catch (error) {
    db.close();
    throw error;
  }
};
