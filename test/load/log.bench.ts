/**
 * The SQLite log against bare loops on the same engine, in one run: `npm run bench -- log [events to replay]`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { comparePositions, LOG_START } from '@duban/kernel';
import type { NewEvent } from '@duban/event-store';
import { openSqliteStore } from '@duban/event-store-sqlite';
import { compare, report } from './compare.ts';

const WRITERS = 64;
const APPENDS = 20_000;
const SINGLE_APPENDS = 1_500;
const REPLAYED = Number(process.argv[2] ?? 1_000_000);
const PAGE = 1_000;

const uuid = (): string => globalThis.crypto.randomUUID();

/** About 600 bytes of data and metadata. */
const sampleEvent = (commandId = uuid()): NewEvent => ({
  id: uuid(),
  type: 'ItemAssigned',
  schemaVersion: 1,
  data: { item: 'i-17', organ: 'org:edu', dueAt: '2026-06-05', text: '督办'.repeat(12) },
  metadata: {
    commandId,
    commandDigest: 'd'.repeat(64),
    correlationId: commandId,
    causationId: commandId,
    actor: { id: 'person:17', role: 'supervision-office', organ: 'org:so' },
    onBehalfOf: null,
    basis: { documentNo: '〔2026〕3号' },
    occurredAt: '2026-03-05T09:00:00+08:00',
    ruleSet: 'default@1',
    calendar: 'CN@2026-1',
  },
});

const INSERT = `INSERT INTO event (position, stream, revision, id, type, schema_version, command_id, command_index,
  recorded_at, data, metadata) VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)`;

/** What nobody can beat with this engine and these tables: no checks, no thread, no answers. */
const bareAppend = async (file: string, count: number, batch: number): Promise<number> => {
  await (await openSqliteStore({ file })).close();
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 20000');
  db.exec('PRAGMA mmap_size = 1073741824; PRAGMA cache_size = -65536');
  const insert = db.prepare(INSERT);
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const revisions = new Map<string, number>();
  const events = Array.from({ length: count }, () => sampleEvent());
  const start = performance.now();
  for (let at = 0; at < count; at += batch) {
    begin.run();
    for (const [index, event] of events.slice(at, at + batch).entries()) {
      const stream = `case-${(at + index) % 1_000}`;
      const revision = revisions.get(stream) ?? 0;
      revisions.set(stream, revision + 1);
      const { id, type, metadata } = event;
      const texts = [JSON.stringify(event.data), JSON.stringify(metadata)] as const;
      const place = [at + index + 1, stream, revision, id, type, 1, metadata.commandId] as const;
      insert.run(...place, new Date().toISOString(), ...texts);
    }
    commit.run();
  }
  const rate = (count / (performance.now() - start)) * 1_000;
  db.close();
  return rate;
};

const ownAppend = async (file: string, count: number, writers: number): Promise<number> => {
  const store = await openSqliteStore({ file });
  const events = Array.from({ length: count }, () => sampleEvent());
  let next = 0;
  const write = async (): Promise<void> => {
    for (let mine = next++; mine < count; mine = next++) {
      await store.append(`case-${mine % 1_000}`, events.slice(mine, mine + 1), 'any');
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: writers }, write));
  const rate = (count / (performance.now() - start)) * 1_000;
  await store.close();
  return rate;
};

const fill = async (file: string): Promise<void> => {
  const store = await openSqliteStore({ file });
  const size = 1_000;
  for (let at = 0; at < REPLAYED; at += size * 4) {
    const appends = [0, 1, 2, 3].map((part) => {
      const commandId = uuid();
      const events = Array.from({ length: size }, () => sampleEvent(commandId));
      return store.append(`case-${at / 4 + part}`, events, 'no-stream');
    });
    await Promise.all(appends);
  }
  await store.close();
};

const bareReplay = (file: string): number => {
  const db = new DatabaseSync(file, { readOnly: true });
  db.exec('PRAGMA mmap_size = 1073741824');
  const page = db.prepare('SELECT * FROM event WHERE position > ? ORDER BY position LIMIT ?');
  let count = 0;
  const start = performance.now();
  for (let rows = page.all(0, PAGE); rows.length > 0; rows = page.all(count, PAGE)) {
    for (const row of rows) {
      row['data'] = JSON.parse(String(row['data'])) as never;
      row['metadata'] = JSON.parse(String(row['metadata'])) as never;
    }
    count += rows.length;
  }
  const rate = (count / (performance.now() - start)) * 1_000;
  db.close();
  return rate;
};

const ownReplay = async (file: string): Promise<number> => {
  const store = await openSqliteStore({ file, readOnly: true });
  const head = await store.head();
  let count = 0;
  const start = performance.now();
  for (let after = LOG_START; comparePositions(after, head) < 0;) {
    const page = await store.readLog({ after, limit: PAGE });
    count += page.events.length;
    after = page.next;
  }
  const rate = (count / (performance.now() - start)) * 1_000;
  await store.close();
  return rate;
};

const folder = await mkdtemp(join(tmpdir(), 'duban-bench-'));
let files = 0;
const fresh = (): string => join(folder, `log-${(files += 1)}.db`);
try {
  const results = [
    await compare(
      `append, ${WRITERS} waiting`,
      0.7,
      () => ownAppend(fresh(), APPENDS, WRITERS),
      () => bareAppend(fresh(), APPENDS, WRITERS),
    ),
    await compare(
      'append, one writer',
      0,
      () => ownAppend(fresh(), SINGLE_APPENDS, 1),
      () => bareAppend(fresh(), SINGLE_APPENDS, 1),
    ),
  ];
  const large = fresh();
  await fill(large);
  results.push(
    await compare(
      `replay ${REPLAYED} events`,
      0.8,
      () => ownReplay(large),
      () => bareReplay(large),
    ),
  );
  report(results, { synchronous: 'FULL' });
} finally {
  await rm(folder, { recursive: true, force: true });
}
