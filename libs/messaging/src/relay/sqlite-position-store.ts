import { CodedError, type Position } from '@duban/kernel';
import { openDatabase } from '@duban/sqlite';
import { promised } from '@duban/event-store';
import type { Claim, PositionStore } from './position-store.port.ts';

/** NORMAL: a power cut may take the last moves back, which sends a few events again and loses none. */
const PRAGMAS = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL';
const TABLE = `CREATE TABLE IF NOT EXISTS relay (
  name TEXT PRIMARY KEY, position TEXT NOT NULL, epoch INTEGER NOT NULL
) STRICT, WITHOUT ROWID`;
const CLAIM = `INSERT INTO relay VALUES (?, ?, 1) ON CONFLICT (name) DO UPDATE SET epoch = epoch + 1
  RETURNING position, epoch`;
const PEEK = 'SELECT position FROM relay WHERE name = ?';
const READ = 'SELECT position FROM relay WHERE name = ? AND epoch = ?';
const ADVANCE = 'UPDATE relay SET position = ? WHERE name = ? AND epoch = ? AND position = ?';

const fenced = (relay: string, epoch: number): CodedError =>
  new CodedError('relay.fenced', `another process has taken over the relay ${relay} from epoch ${epoch}`);

/** Positions of the relays in one small SQLite file beside the log. */
export const openSqlitePositionStore = (file: string): PositionStore => {
  const db = openDatabase(file, {
    waitMs: 5_000,
    setUp: (opened) => {
      opened.exec(PRAGMAS);
      opened.exec(TABLE);
    },
  });
  const [claim, peek, read] = [db.prepare(CLAIM), db.prepare(PEEK), db.prepare(READ)];
  const advance = db.prepare(ADVANCE);
  return {
    claim: (relay, start) => promised(() => claim.get(relay, start) as Claim),
    peek: (relay) => promised(() => (peek.get(relay)?.['position'] ?? null) as Position | null),
    read: (relay, epoch) =>
      promised(() => {
        const row = read.get(relay, epoch);
        if (row === undefined) throw fenced(relay, epoch);
        return row['position'] as Position;
      }),
    advance: (relay, epoch, { from, to }) =>
      promised(() => {
        if (Number(advance.run(to, relay, epoch, from).changes) === 0) throw fenced(relay, epoch);
      }),
    close: () =>
      promised(() => {
        db.close();
      }),
  };
};
