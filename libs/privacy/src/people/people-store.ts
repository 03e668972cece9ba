import { CodedError } from '@duban/kernel';
import { ERASED } from '@duban/contracts';
import { isEnvelope, openText, sealText } from '../field/envelope.ts';
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
  /** @throws CodedError `privacy.bad-person`, `privacy.person-erased`: an id that was erased never gets a name again */
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
  return text === ERASED ? null : (JSON.parse(text) as Person);
};

/**
 * Names, beside the log and never in it (contracts.md section 1). Each row is encrypted under its person's own key, so
 * a backup of this file says nothing of somebody whose key was destroyed since.
 */
export const openPeopleStore = (file: string, vault: Vault): PeopleStore => {
  const db = openShreddingFile(file, { applicationId: APPLICATION_ID, tables: TABLES });
  const put = db.prepare('INSERT OR REPLACE INTO person (id, sealed) VALUES (?, ?)');
  const one = db.prepare('SELECT sealed FROM person WHERE id = ?');
  const all = db.prepare('SELECT id, sealed FROM person');
  const remove = db.prepare('DELETE FROM person WHERE id = ?');
  return {
    put: (person) => {
      checkPersonId(person.id);
      refuseErased(vault, person.id);
      vault.refresh();
      const sealed = sealText(vault.ringFor([person.id]), `people/${person.id}`, JSON.stringify(person));
      put.run(person.id, JSON.stringify(sealed));
    },
    get: (id) => {
      vault.refresh();
      const row = one.get(id);
      return row === undefined ? null : openedRow(vault, id, String(row['sealed']));
    },
    search: (words, limit = 20) => {
      vault.refresh();
      const people = all
        .all()
        .flatMap((row) => openedRow(vault, String(row['id']), String(row['sealed'])) ?? []);
      return people
        .filter(({ name, organ }) => name.includes(words) || (organ?.includes(words) ?? false))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .slice(0, limit);
    },
    erase: (id) => {
      remove.run(id);
      emptyWal(db);
    },
    close: () => {
      if (db.isOpen) db.close();
    },
  };
};
