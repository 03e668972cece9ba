import { createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import { CodedError } from '@duban/kernel';
import { unwrapKey, wrapKey } from './key-wrap.ts';
import { inTransaction } from '@duban/sqlite';
import type { Ring, Unreadable } from './vault.port.ts';

const KEY_BYTES = 32;
const ID_BYTES = 12;
const JOINT = '+';

/** A row stays when its key is destroyed: only so can a lost key be told from an erased one. */
export const KEY_TABLE = `
  CREATE TABLE subject_key (
    id TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    wrapped BLOB,
    made_at TEXT NOT NULL,
    destroyed_at TEXT,
    CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
  ) STRICT;
  CREATE UNIQUE INDEX live_key ON subject_key (subject) WHERE wrapped IS NOT NULL;`;

type KeyRow = { readonly id: string; readonly subject: string; readonly wrapped: Uint8Array | null };

const rowOf = (row: Record<string, SQLOutputValue> | undefined): KeyRow | null =>
  row === undefined
    ? null
    : {
        id: String(row['id']),
        subject: String(row['subject']),
        wrapped: row['wrapped'] instanceof Uint8Array ? row['wrapped'] : null,
      };

/** The rows of the vault and what is derived from them; remembers nothing. */
export class KeyTable {
  readonly #db: DatabaseSync;
  readonly #master: KeyObject;

  constructor(db: DatabaseSync, master: KeyObject) {
    this.#db = db;
    this.#master = master;
  }

  liveOf(subject: string): KeyRow | null {
    const sql = 'SELECT id, subject, wrapped FROM subject_key WHERE subject = ? AND wrapped IS NOT NULL';
    return rowOf(this.#db.prepare(sql).get(subject));
  }

  /** The ring of these subjects; the keys that are missing are made in one transaction. */
  ringFor(subjects: readonly string[]): Ring {
    const known = subjects.map((subject) => this.liveOf(subject));
    const rows = known.every((row) => row !== null)
      ? known
      : inTransaction(this.#db, () => subjects.map((subject) => this.liveOf(subject) ?? this.#make(subject)));
    return this.#ring(rows);
  }

  ringOf(k: string): Ring | Unreadable {
    const ids = k.split(JOINT);
    const rows = ids.flatMap((id) => this.#byId(id) ?? []);
    if (rows.some(({ wrapped }) => wrapped === null)) return 'destroyed';
    return rows.length === ids.length ? this.#ring(rows) : 'lost';
  }

  /** Nobody knows any more whose a lost key was. */
  subjectsOf(k: string): readonly string[] {
    return k.split(JOINT).flatMap((id) => this.#byId(id)?.subject ?? []);
  }

  destroy(subject: string): void {
    const sql = `UPDATE subject_key SET wrapped = NULL, destroyed_at = ? WHERE subject = ? AND wrapped IS NOT NULL`;
    inTransaction(this.#db, () => {
      const { changes } = this.#db.prepare(sql).run(new Date().toISOString(), subject);
      if (Number(changes) > 0) this.#db.exec('UPDATE vault SET destructions = destructions + 1');
    });
  }

  /** Null: it is known to be lost. @throws CodedError `vault.key-unknown` */
  #byId(id: string): KeyRow | null {
    const row = rowOf(this.#db.prepare('SELECT id, subject, wrapped FROM subject_key WHERE id = ?').get(id));
    if (row !== null) return row;
    if (this.#db.prepare('SELECT 1 FROM lost_key WHERE id = ?').get(id) !== undefined) return null;
    throw new CodedError(
      'vault.key-unknown',
      `this vault never had the key ${id}; restore the vault that belongs to this log`,
    );
  }

  #make(subject: string): KeyRow {
    const id = randomBytes(ID_BYTES).toString('base64url');
    const key = randomBytes(KEY_BYTES);
    const wrapped = wrapKey(this.#master, `${id} ${subject}`, key);
    key.fill(0);
    this.#db
      .prepare('INSERT INTO subject_key (id, subject, wrapped, made_at) VALUES (?, ?, ?, ?)')
      .run(id, subject, wrapped, new Date().toISOString());
    return { id, subject, wrapped };
  }

  /** HKDF over all keys (RFC 5869): without any one of them the result cannot be had. */
  #ring(rows: readonly KeyRow[]): Ring {
    const k = rows.map(({ id }) => id).join(JOINT);
    const keys = Buffer.concat(rows.map((row) => this.#unwrapped(row)));
    const derived = Buffer.from(hkdfSync('sha256', keys, k, 'duban/field/1', KEY_BYTES));
    keys.fill(0);
    const key = createSecretKey(derived);
    derived.fill(0);
    return { k, key };
  }

  #unwrapped({ id, subject, wrapped }: KeyRow): Buffer {
    const key = wrapped === null ? null : unwrapKey(this.#master, `${id} ${subject}`, wrapped);
    if (key !== null) return key;
    throw new CodedError('vault.wrong-master', `the key ${id} was not wrapped by this master key`);
  }
}
