import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite';
import { CodedError, comparePositions, LOG_START, type Position } from '@duban/kernel';
import { inTransaction, openDatabase } from '@duban/sqlite';
import type { HashName } from './hash-name.ts';
import { tileStoreSchema } from './sqlite-tile-store.schema.ts';
import type { SealedCheckpoint, SealedLeaf, TileNode, TileStore } from './tile-store.port.ts';

type Row = Record<string, SQLOutputValue>;
type Statements = ReturnType<typeof prepareAll>;

const text = (value: SQLOutputValue | undefined): string => (typeof value === 'string' ? value : '');
const blob = (value: SQLOutputValue | undefined): Uint8Array =>
  value instanceof Uint8Array ? value : new Uint8Array(0);

const leafOf = (row: Row): SealedLeaf => ({
  index: Number(row['idx']),
  eventId: text(row['event_id']),
  position: text(row['position']) as Position,
  hash: blob(row['hash']),
  entry: text(row['entry']),
});

const prepareAll = (database: DatabaseSync) => {
  const leaf = 'SELECT idx, event_id, position, hash, entry FROM leaf';
  return {
    size: database.prepare('SELECT coalesce(max(idx) + 1, 0) AS size FROM leaf'),
    addLeaf: database.prepare(
      'INSERT INTO leaf (idx, event_id, position, hash, entry) VALUES (?, ?, ?, ?, ?)',
    ),
    addNode: database.prepare('INSERT INTO node (level, idx, hash) VALUES (?, ?, ?)'),
    leafHashes: database.prepare('SELECT hash FROM leaf WHERE idx >= ? AND idx < ? ORDER BY idx'),
    nodeHashes: database.prepare(
      'SELECT hash FROM node WHERE level = ? AND idx >= ? AND idx < ? ORDER BY idx',
    ),
    leaves: database.prepare(`${leaf} WHERE idx >= ? AND idx < ? ORDER BY idx`),
    leaf: database.prepare(`${leaf} WHERE idx = ?`),
    lastLeaf: database.prepare(`${leaf} ORDER BY idx DESC LIMIT 1`),
    byEvent: database.prepare(`${leaf} WHERE event_id = ? ORDER BY idx LIMIT 1`),
    latest: database.prepare('SELECT size, root, note FROM checkpoint ORDER BY size DESC LIMIT 1'),
    checkpoints: database.prepare(
      'SELECT size, root, note FROM checkpoint WHERE size > ? ORDER BY size LIMIT ?',
    ),
    addCheckpoint: database.prepare('INSERT OR IGNORE INTO checkpoint (size, root, note) VALUES (?, ?, ?)'),
    addAdopted: database.prepare('INSERT OR IGNORE INTO adopted (revision, size) VALUES (?, ?)'),
    adoptedRevision: database.prepare('SELECT max(revision) AS revision FROM adopted'),
    cosignatures: database.prepare('SELECT line FROM cosignature WHERE size = ? ORDER BY line'),
    addCosignature: database.prepare('INSERT OR IGNORE INTO cosignature (size, line) VALUES (?, ?)'),
    timestamps: database.prepare('SELECT token FROM timestamp WHERE size = ? ORDER BY token'),
    addTimestamp: database.prepare('INSERT OR IGNORE INTO timestamp (size, token) VALUES (?, ?)'),
  };
};

const appender =
  (database: DatabaseSync, statements: Statements): TileStore['append'] =>
  (expectedSize, leaves, nodes) =>
    inTransaction(database, () => {
      if (Number(statements.size.get()?.['size']) !== expectedSize) return false;
      leaves.forEach(({ index, eventId, position, hash, entry }) =>
        statements.addLeaf.run(index, eventId, position, hash, entry),
      );
      nodes.forEach(({ level, index, hash }: TileNode) => statements.addNode.run(level, index, hash));
      return true;
    });

const adopter =
  (database: DatabaseSync, statements: Statements): TileStore['adopt'] =>
  (checkpoints) => {
    inTransaction(database, () => {
      for (const { revision, size, root, note } of checkpoints) {
        statements.addCheckpoint.run(size, root, note);
        statements.addAdopted.run(revision, size);
      }
    });
  };

/** A log has one name and one hash for ever; a file of another log is refused rather than continued. */
const claim = (database: DatabaseSync, identity: Readonly<Record<string, string>>): void => {
  const insert = database.prepare('INSERT OR IGNORE INTO identity (name, value) VALUES (?, ?)');
  const select = database.prepare('SELECT value FROM identity WHERE name = ?');
  for (const [name, value] of Object.entries(identity)) {
    insert.run(name, value);
    const found = text(select.get(name)?.['value']);
    if (found !== value) {
      throw new CodedError(
        'audit.other-log',
        `the ${name} of this file is ${found}, not ${value}; use its own settings`,
      );
    }
  }
};

const open = (path: string): DatabaseSync =>
  openDatabase(path, {
    waitMs: 5_000,
    setUp: (database) => {
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
      database.exec(tileStoreSchema);
    },
  });

const reading = (statements: Statements) => {
  const one = (statement: StatementSync, key: string | number): SealedLeaf | null => {
    const row = statement.get(key);
    return row === undefined ? null : leafOf(row);
  };
  // Positions rise with the index, so halving finds one as an index would, without its cost on every append.
  const atPosition = (position: Position): SealedLeaf | null => {
    let [from, to] = [0, Number(statements.size.get()?.['size'])];
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      const leaf = one(statements.leaf, middle);
      if (leaf === null) return null;
      const order = comparePositions(leaf.position, position);
      if (order === 0) return leaf;
      if (order < 0) from = middle + 1;
      else to = middle;
    }
    return null;
  };
  const checkpointOf = (row: Row): SealedCheckpoint => {
    const size = Number(row['size']);
    const lines = statements.cosignatures.all(size).map(({ line }) => text(line));
    return { size, root: blob(row['root']), note: text(row['note']) + lines.join('') };
  };
  const latest = (): SealedCheckpoint | null => {
    const row = statements.latest.get();
    return row === undefined ? null : checkpointOf(row);
  };
  return { one, atPosition, checkpointOf, latest };
};

/**
 * The tile store as one SQLite file; `:memory:` serves tests.
 * @throws CodedError `audit.other-log` when the file belongs to another origin or hash.
 */
export const openSqliteTileStore = (path: string, origin: string, hash: HashName): TileStore => {
  const database = open(path);
  claim(database, { format: '1', origin, hash });
  const statements = prepareAll(database);
  const { one, atPosition, checkpointOf, latest } = reading(statements);
  return {
    size: () => Number(statements.size.get()?.['size']),
    lastPosition: () => (text(statements.lastLeaf.get()?.['position']) || LOG_START) as Position,
    append: appender(database, statements),
    hashes: (level, from, to) =>
      (level === 0 ? statements.leafHashes.all(from, to) : statements.nodeHashes.all(level, from, to)).map(
        (row) => blob(row['hash']),
      ),
    leaves: (from, to) => statements.leaves.all(from, to).map(leafOf),
    findEvent: (eventId) => one(statements.byEvent, eventId),
    findPosition: atPosition,
    latestCheckpoint: latest,
    checkpoints: (after, limit) => statements.checkpoints.all(after, limit).map(checkpointOf),
    addCheckpoint: ({ size, root, note }) => void statements.addCheckpoint.run(size, root, note),
    adopt: adopter(database, statements),
    adoptedRevision: () => {
      const { revision = null } = statements.adoptedRevision.get() ?? {};
      return revision === null ? null : Number(revision);
    },
    addCosignature: (size, line) => void statements.addCosignature.run(size, line),
    timestamps: (size) => statements.timestamps.all(size).map(({ token }) => blob(token)),
    hasTimestamp: (size) => statements.timestamps.get(size) !== undefined,
    addTimestamp: (size, token) => void statements.addTimestamp.run(size, token),
    close: () => {
      database.close();
    },
  };
};
