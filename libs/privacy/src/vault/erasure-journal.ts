import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { ErasureRequester } from '@duban/contracts';
import type { Actor } from '@duban/kernel';

/** An erasure from its first step on, so that a crash between two steps is finished by the next start. No name is in it. */
export type Erasure = {
  /** UUID; the id of its event as well. */
  readonly id: string;
  readonly person: string;
  readonly legalBasis: string;
  readonly requestedBy: ErasureRequester;
  readonly actor: Actor;
  readonly occurredAt: string;
  /** The keys that it destroys, for counting what they had opened. */
  readonly keyIds: readonly string[];
  readonly done: boolean;
};

export type ErasureJournal = {
  readonly begin: (erasure: Omit<Erasure, 'done'>) => void;
  readonly finish: (id: string) => void;
  /** Oldest first. */
  readonly ofPerson: (person: string) => readonly Erasure[];
  readonly unfinished: () => readonly Erasure[];
};

export const ERASURE_TABLE = `
  CREATE TABLE erasure (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    person TEXT NOT NULL,
    body TEXT NOT NULL,
    done INTEGER NOT NULL DEFAULT 0
  ) STRICT;`;

const erasureOf = ({ body, done }: Record<string, SQLOutputValue>): Erasure => ({
  ...(JSON.parse(String(body)) as Omit<Erasure, 'done'>),
  done: done === 1,
});

export const erasureJournal = (db: DatabaseSync): ErasureJournal => {
  const insert = db.prepare('INSERT INTO erasure (id, person, body) VALUES (?, ?, ?)');
  const finish = db.prepare('UPDATE erasure SET done = 1 WHERE id = ?');
  const ofPerson = db.prepare('SELECT body, done FROM erasure WHERE person = ? ORDER BY number');
  const unfinished = db.prepare('SELECT body, done FROM erasure WHERE done = 0 ORDER BY number');
  return {
    begin: (erasure) => {
      insert.run(erasure.id, erasure.person, JSON.stringify(erasure));
    },
    finish: (id) => {
      finish.run(id);
    },
    ofPerson: (person) => ofPerson.all(person).map(erasureOf),
    unfinished: () => unfinished.all().map(erasureOf),
  };
};
