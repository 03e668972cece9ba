import type { DatabaseSync } from 'node:sqlite';
import { CodedError } from '@duban/kernel';
import { ERASED, isUnreadable } from '@duban/contracts';
import { isEnvelope, openText, sealText } from '../field/envelope.ts';
import { bindNames, NAMES_TABLE } from '../belonging/bind-names.ts';
import type { Belongings } from '../vault/belongings.ts';
import { sameFile } from '../vault/same-file.ts';
import { emptyWal, openShreddingFile } from '../vault/shredding-file.ts';
import type { Vault } from '../vault/vault.port.ts';

export type Person = {
  /** `person:<random id>`: all that the log knows. */
  readonly id: string;
  readonly name: string;
  readonly organ: string | null;
  /** Such as `138****5678`; a number in full is kept nowhere. */
  readonly contactMasked: string | null;
};

export type PeopleStore = {
  /**
   * Gives an id its name, once; organ and contact may change under it.
   * @throws CodedError `privacy.bad-person`, `privacy.person-erased`: an id that was erased never gets a name again;
   * `privacy.person-named`: what the log says of somebody would be another one's from then on, and nothing would tell
   */
  readonly put: (person: Person) => void;
  readonly get: (id: string) => Person | null;
  /** People whose name or organ holds these words, by name; opens every row, so it is for thousands, not millions. */
  readonly search: (words: string, limit?: number) => readonly Person[];
  /** @throws CodedError `vault.not-emptied` */
  readonly erase: (id: string) => void;
  readonly close: () => void;
};

/** "Dupe" in ASCII. */
const APPLICATION_ID = 0x44_75_70_65;
const TABLES = 'CREATE TABLE person (id TEXT PRIMARY KEY, sealed TEXT NOT NULL) STRICT;';
const PERSON = /^person:.+$/;

export const checkPersonId = (id: string): void => {
  if (!PERSON.test(id)) throw new CodedError('privacy.bad-person', `${id} is not person:<id>`);
};

const refuseErased = (vault: Vault, id: string): void => {
  if (vault.erasures.ofPerson(id).length === 0) return;
  throw new CodedError('privacy.person-erased', `${id} was erased; give the person a new id`);
};

const openedRow = (vault: Vault, id: string, sealed: string): Person | null => {
  const envelope = JSON.parse(sealed) as object;
  const text = isEnvelope(envelope) ? openText(vault, envelope, `people/${id}`) : ERASED;
  return isUnreadable(text) ? null : (JSON.parse(text) as Person);
};

const refuseRenaming = (before: Person | null, { id, name }: Person): void => {
  // Whom nobody can read is named anew.
  if (before === null || before.name === name) return;
  throw new CodedError('privacy.person-named', `${id} has another name already`);
};

/** A name that is put into a file that was removed is lost. */
const standing = (file: string): (() => void) => {
  const look = sameFile(file);
  return () => {
    if (look() === 'same') return;
    throw new CodedError(
      'people.missing',
      `${file} was removed or replaced; end this process and restore it`,
    );
  };
};

const matching = (people: readonly Person[], words: string): readonly Person[] =>
  people
    .filter(({ name, organ }) => name.includes(words) || (organ?.includes(words) ?? false))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/** A file that the vault knows is never made anew in silence. */
const openBound = (file: string, belongings: Belongings): DatabaseSync => {
  const db = openShreddingFile(file, {
    ...{ applicationId: APPLICATION_ID, tables: TABLES, additions: NAMES_TABLE },
    mustExist: belongings.note('people') !== null,
    faults: { missing: 'people.missing', foreign: 'people.foreign' },
  });
  try {
    bindNames(db, belongings, file);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/** Of two processes that name one id at once, the second finds the name of the first. */
const personRows = (db: DatabaseSync) => {
  const first = db.prepare('INSERT OR IGNORE INTO person (id, sealed) VALUES (?, ?)');
  const again = db.prepare('UPDATE person SET sealed = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM person WHERE id = ?');
  return {
    remove: (id: string): void => {
      remove.run(id);
      emptyWal(db);
    },
    put: (id: string, sealed: string, beforeChange: () => void): void => {
      if (first.run(id, sealed).changes === 1) return;
      beforeChange();
      again.run(sealed, id);
    },
  };
};

/**
 * Names, beside the log and never in it (contracts.md section 1). Each row is encrypted under its person's own key, so
 * a backup of this file says nothing of somebody whose key was destroyed since.
 * @throws CodedError `people.missing`, `people.foreign`: the vault knows another file of names
 */
export const openPeopleStore = (file: string, vault: Vault): PeopleStore => {
  const { belongings } = vault;
  const db = openBound(file, belongings);
  const mustStand = standing(file);
  const rows = personRows(db);
  const one = db.prepare('SELECT sealed FROM person WHERE id = ?');
  const all = db.prepare('SELECT id, sealed FROM person');
  const get: PeopleStore['get'] = (id) => {
    vault.refresh();
    const row = one.get(id);
    return row === undefined ? null : openedRow(vault, id, String(row['sealed']));
  };
  return {
    get,
    put: (person) => {
      checkPersonId(person.id);
      refuseErased(vault, person.id);
      mustStand();
      vault.refresh();
      const sealed = sealText(vault.ringFor([person.id]), `people/${person.id}`, JSON.stringify(person));
      rows.put(person.id, JSON.stringify(sealed), () => {
        refuseRenaming(get(person.id), person);
      });
    },
    search: (words, limit = 20) => {
      vault.refresh();
      const found = all.all();
      return matching(
        found.flatMap((row) => openedRow(vault, String(row['id']), String(row['sealed'])) ?? []),
        words,
      ).slice(0, limit);
    },
    erase: rows.remove,
    close: () => {
      if (db.isOpen) db.close();
    },
  };
};
