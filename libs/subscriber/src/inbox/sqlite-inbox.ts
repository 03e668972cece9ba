import type { DatabaseSync } from 'node:sqlite';
import { inLongTransaction } from '@duban/sqlite';
import type { PublicEvent } from '../public-event.ts';
import { admit, checkPlace } from './admit.ts';
import type { Applied, Apply, Inbox, Intake, Taken } from './inbox.port.ts';

const TABLES = `
  CREATE TABLE IF NOT EXISTS duban_inbox_place (lane TEXT PRIMARY KEY, place TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS duban_inbox_source (source TEXT PRIMARY KEY, sequence TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS duban_inbox_event (
    source TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (source, id)
  ) STRICT, WITHOUT ROWID;
`;
const PLACE = 'SELECT place FROM duban_inbox_place WHERE lane = ?';
const MOVE = 'INSERT INTO duban_inbox_place VALUES (?, ?) ON CONFLICT DO UPDATE SET place = excluded.place';
const SEEN = 'SELECT 1 FROM duban_inbox_event WHERE source = ? AND id = ?';
const LAST = 'SELECT sequence FROM duban_inbox_source WHERE source = ?';
const REMEMBER = 'INSERT INTO duban_inbox_event VALUES (?, ?)';
const ADVANCE =
  'INSERT INTO duban_inbox_source VALUES (?, ?) ON CONFLICT DO UPDATE SET sequence = excluded.sequence';

class SqliteInbox {
  readonly #db: DatabaseSync;
  readonly #statements;
  #last: Promise<unknown> = Promise.resolve();

  constructor(db: DatabaseSync) {
    db.exec(TABLES);
    this.#db = db;
    const [place, move, seen, last] = [PLACE, MOVE, SEEN, LAST].map((sql) => db.prepare(sql));
    this.#statements = {
      place,
      move,
      seen,
      last,
      remember: db.prepare(REMEMBER),
      advance: db.prepare(ADVANCE),
    };
  }

  place(lane: string): string | null {
    return (this.#statements.place?.get(lane)?.['place'] as string | undefined) ?? null;
  }

  /** One after another: a connection has one transaction at a time. */
  take(intake: Intake, apply: Apply<DatabaseSync>): Promise<Taken> {
    const taken = this.#last.then(() => this.#transaction(intake, apply));
    this.#last = taken.catch(() => undefined);
    return taken;
  }

  #transaction({ lane, from, to, events }: Intake, apply: Apply<DatabaseSync>): Promise<Taken> {
    return inLongTransaction(this.#db, async () => {
      checkPlace(lane, from, this.place(lane));
      const taken = await this.#takeAll(events, apply);
      if (taken.isEnough !== true) this.#statements.move?.run(lane, to);
      return taken;
    });
  }

  async #takeAll(events: readonly PublicEvent[], apply: Apply<DatabaseSync>): Promise<Taken> {
    let applied = 0;
    for (const [at, event] of events.entries()) {
      const answer = await this.#takeOne(event, apply);
      if (answer !== 'repeated') applied += 1;
      if (answer === 'enough') return { applied, repeated: at + 1 - applied, isEnough: true };
    }
    return { applied, repeated: events.length - applied };
  }

  async #takeOne(event: PublicEvent, apply: Apply<DatabaseSync>): Promise<Applied | 'repeated'> {
    const { seen, last, remember, advance } = this.#statements;
    const { source, id, sequence } = event;
    const lastSequence = (last?.get(source)?.['sequence'] as string | undefined) ?? null;
    if (!admit(event, { isSeen: seen?.get(source, id) !== undefined, lastSequence })) {
      return 'repeated';
    }
    const work = apply(event, this.#db, lastSequence);
    const answer = work instanceof Promise ? await work : work;
    remember.run(source, id);
    advance.run(source, sequence);
    return answer === 'enough' ? answer : undefined;
  }
}

/**
 * An inbox in the consumer's own SQLite database: `apply` writes through the same connection, which nobody else may use
 * meanwhile.
 */
export const openSqliteInbox = (db: DatabaseSync): Inbox<DatabaseSync> => {
  const inbox = new SqliteInbox(db);
  return {
    place: async (lane) => inbox.place(lane),
    take: (intake, apply) => inbox.take(intake, apply),
  };
};
