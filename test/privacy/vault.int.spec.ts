import { execFile } from 'node:child_process';
import { chmodSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openVault, type Vault, type VaultOptions } from '@duban/privacy';
import { filesWith } from './bytes-in-files.ts';
import { privacyPlaces, type PrivacyPlaces } from './privacy-places.ts';

let places: PrivacyPlaces;

beforeEach(() => {
  places = privacyPlaces();
});

afterEach(() => {
  places.remove();
});

const opening =
  (options: Partial<VaultOptions> = {}) =>
  (): Vault => {
    const { vaultFile: file, keyFile } = places;
    return openVault({ file, keyFile, ...options });
  };
const coded = (code: string) => expect.objectContaining({ code });

const wrappedKeys = (): readonly Uint8Array[] => {
  const db = new DatabaseSync(places.vaultFile, { readOnly: true });
  const rows = db.prepare('SELECT wrapped FROM subject_key WHERE wrapped IS NOT NULL').all();
  db.close();
  return rows.map(({ wrapped }) => wrapped as Uint8Array);
};

describe('the master key', () => {
  it('is made where that is allowed, for its owner only', () => {
    places.vault();
    expect(statSync(places.keyFile).mode & 0o777).toBe(0o600);
  });

  it('is not made where it is not allowed', () => {
    expect(opening()).toThrow(coded('vault.master-missing'));
  });

  it('is never made anew for a vault that has one', () => {
    places.vault();
    rmSync(places.keyFile);
    expect(opening({ createKey: true })).toThrow(coded('vault.master-missing'));
  });

  it('must not be readable by others', () => {
    places.vault();
    chmodSync(places.keyFile, 0o640);
    expect(opening()).toThrow(coded('vault.master-exposed'));
  });

  it('must be 32 bytes', () => {
    writeFileSync(places.keyFile, 'c2hvcnQ=\n', { mode: 0o600 });
    expect(opening()).toThrow(coded('vault.master-unusable'));
  });

  it('must be that of the vault', () => {
    places.vault();
    writeFileSync(places.keyFile, `${Buffer.alloc(32, 7).toString('base64')}\n`);
    expect(opening()).toThrow(coded('vault.wrong-master'));
  });
});

describe('a vault', () => {
  it('is not made for somebody who only reads', () => {
    expect(opening({ createKey: true, mustExist: true })).toThrow(coded('vault.missing'));
  });

  it('refuses a file of another program', () => {
    const db = new DatabaseSync(places.vaultFile);
    db.exec('CREATE TABLE other (x)');
    db.close();
    expect(opening({ createKey: true })).toThrow(coded('vault.master-missing'));
    places.remove();
    places = privacyPlaces();
    places.vault().close();
    const edited = new DatabaseSync(places.vaultFile);
    edited.exec('PRAGMA application_id = 1');
    edited.close();
    expect(opening()).toThrow(coded('vault.foreign-file'));
  });

  it('gives several processes that start at once one key for each subject', async () => {
    const child = fileURLToPath(new URL('./vault.child.ts', import.meta.url));
    const args = ['--conditions=source', '--disable-warning=ExperimentalWarning', child];
    const run = () =>
      promisify(execFile)(process.execPath, [...args, places.vaultFile, places.keyFile, '25']);
    const answers = await Promise.all([run(), run(), run()]);
    const used = answers.map(({ stdout }) => JSON.parse(stdout) as readonly string[]);
    expect(new Set(used.flat()).size).toBe(25);
    expect(used.every((keys) => keys.length === 25)).toBe(true);
  }, 60_000);
});

describe('a key that is destroyed', () => {
  it('leaves no byte of it in any file', () => {
    const vault = places.vault();
    vault.ringFor(['person:p1']);
    const [gone] = wrappedKeys();
    vault.ringFor(['person:p2']);
    if (gone === undefined) throw new RangeError('a key was made');
    expect(filesWith(places.dir, gone)).not.toEqual([]);
    vault.destroy('person:p1');
    expect(filesWith(places.dir, gone)).toEqual([]);
    expect(filesWith(places.dir, ...wrappedKeys())).toEqual(['vault.sqlite']);
  });

  it('is told from one that never was', () => {
    const vault = places.vault();
    const { k } = vault.ringFor(['person:p1']);
    vault.destroy('person:p1');
    expect(vault.ringOf(k)).toBe('destroyed');
    expect(() => vault.ringOf('never-was-in-here')).toThrow(coded('vault.key-unknown'));
  });

  it('is forgotten by other processes at their next piece of work', () => {
    const [vault, other] = [places.vault(), places.vault()];
    other.refresh();
    const { k } = other.ringFor(['person:p1']);
    vault.destroy('person:p1');
    other.refresh();
    expect(other.ringOf(k)).toBe('destroyed');
    expect(other.ringFor(['person:p1']).k).not.toBe(k);
  });

  it('is destroyed again where a reader kept its traces', () => {
    const vault = places.vault();
    vault.ringFor(['person:p1']);
    const [gone] = wrappedKeys();
    if (gone === undefined) throw new RangeError('a key was made');
    const reader = new DatabaseSync(places.vaultFile, { readOnly: true });
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM subject_key').get();
    const impatient = opening({ busyTimeoutMs: 20 })();
    expect(() => {
      impatient.destroy('person:p1');
    }).toThrow(coded('vault.not-emptied'));
    reader.close();
    impatient.destroy('person:p1');
    impatient.close();
    expect(filesWith(places.dir, gone)).toEqual([]);
  });
});
