import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from '@jest/globals';
import { openSqliteStore, type SqliteStore } from '@duban/event-store-sqlite';
import { TOPICS } from '@duban/messaging';
import { openSqliteInbox, subscribeKafka, type Subscription } from '@duban/subscriber';
import { describeWith } from '../setup/describe-with.ts';
import { kafkaFiles } from '../setup/kafka/kafka-files.ts';
import { type Broker, startBroker } from '../setup/kafka/start-broker.ts';
import { type CaseLog, idsOf, writeAppends } from './case-log.ts';
import { type Child, commandOf, startChild } from './child.ts';

const KILLS = Number(process.env['DUBAN_KAFKA_KILLS'] ?? 20);
const LOG: CaseLog = {
  cases: Number(process.env['DUBAN_KAFKA_CASES'] ?? 2_000),
  eventsPerCase: 50,
  perAppend: 5,
};
const TOTAL = LOG.cases * LOG.eventsPerCase;
const PARTITIONS = 8;
const PAGE = 250;
const NEWLINE = 10;
const TIMEOUT_MS = 900_000;

const files = await kafkaFiles();

/** Wakes whoever waits for the consumer to have got as far as that. */
class Progress {
  count = 0;
  #wanted = Infinity;
  #reached: () => void = () => undefined;

  readonly step = (): void => {
    this.count += 1;
    if (this.count >= this.#wanted) this.#reached();
  };

  async until(count: number, broken: Promise<unknown>): Promise<void> {
    if (this.count >= count) return;
    const { promise, resolve } = Promise.withResolvers<undefined>();
    this.#wanted = count;
    this.#reached = () => {
      resolve(undefined);
    };
    await Promise.race([promise, broken]);
  }
}

const hashOf = (ids: readonly string[]): string => createHash('sha256').update(ids.join('\n')).digest('hex');

type Scene = {
  store: SqliteStore;
  folder: string;
  broker: Broker;
  db: DatabaseSync;
  progress: Progress;
  inMidst: number;
};

type RelayProcess = { readonly child: Child; readonly pages: Progress };

const startRelayProcess = ({ folder, broker }: Scene): RelayProcess => {
  const settings = {
    log: join(folder, 'log.db'),
    positions: join(folder, 'relay.db'),
    broker: broker.address,
    partitions: PARTITIONS,
    pageSize: PAGE,
  };
  const child = startChild(...commandOf('./kafka-relay.child.ts', [JSON.stringify(settings)]));
  const pages = new Progress();
  child.process.stdout.on('data', (text: Buffer) => {
    for (const byte of text) if (byte === NEWLINE) pages.step();
  });
  return { child, pages };
};

/** The consumer of this test: one row per event, in the order of arrival, through the subscriber library. */
const subscribe = ({ broker, db, progress }: Scene): Subscription =>
  subscribeKafka({
    kafka: { brokers: [broker.address], clientId: 'analytics' },
    topics: [TOPICS.case],
    groupId: 'analytics',
    sessionTimeoutMs: 3_000,
    supervision: { mostMs: 1_000 },
    inbox: openSqliteInbox(db),
    apply: ({ partitionkey, id }, tx) => {
      insertion(tx).run(partitionkey, id);
      progress.step();
    },
  });

const insertions = new WeakMap<DatabaseSync, ReturnType<DatabaseSync['prepare']>>();
const insertion = (db: DatabaseSync) => {
  const prepared = insertions.get(db) ?? db.prepare('INSERT INTO received (case_id, id) VALUES (?, ?)');
  insertions.set(db, prepared);
  return prepared;
};

const ROUNDS = 2 * KILLS + 1;
const APPENDS = TOTAL / LOG.perAppend;
const appendsBefore = (round: number): number => Math.floor((APPENDS * round) / ROUNDS);

/** Kills one of the two, lets the next part of the log be written meanwhile, and brings it back to a backlog. */
const killOne = async (scene: Scene, relay: RelayProcess, round: number): Promise<RelayProcess> => {
  if (round % 2 === 0) {
    await scene.broker.kill();
    await write(scene, round + 1);
    await scene.broker.start();
    return relay;
  }
  relay.child.process.kill('SIGKILL');
  await relay.child.ended;
  await write(scene, round + 1);
  return startRelayProcess(scene);
};

const write = ({ store }: Scene, round: number): Promise<void> =>
  writeAppends(store, LOG, { from: appendsBefore(round), to: appendsBefore(round + 1) });

/** Kills broker and relay in turn, each time when some pages of the part written last are out and others are not. */
const killInTurn = async (scene: Scene, subscription: Subscription): Promise<RelayProcess> => {
  await write(scene, 0);
  let relay = startRelayProcess(scene);
  for (let round = 0; round < 2 * KILLS; round += 1) {
    const pagesOfPart = (TOTAL / ROUNDS / PAGE) * 0.8;
    await Promise.race([
      relay.pages.until(relay.pages.count + Math.ceil(Math.random() * pagesOfPart), subscription.ended),
      scene.progress.until(appendsBefore(round + 1) * LOG.perAppend, subscription.ended),
    ]);
    if (scene.progress.count < appendsBefore(round + 1) * LOG.perAppend) scene.inMidst += 1;
    relay = await killOne(scene, relay, round);
  }
  return relay;
};

describeWith(typeof files === 'string' ? files : undefined, 'relay under fire', () => {
  it(
    `${TOTAL} events arrive once each and in order per case, though broker and relay are killed ${KILLS} times each`,
    async () => {
      if (typeof files === 'string') return;
      const started = performance.now();
      const folder = await mkdtemp(join(tmpdir(), 'duban-relay-'));
      const store = await openSqliteStore({ file: join(folder, 'log.db') });
      const db = new DatabaseSync(join(folder, 'analytics.db'));
      db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
      db.exec('CREATE TABLE received (at INTEGER PRIMARY KEY, case_id TEXT NOT NULL, id TEXT NOT NULL)');
      const broker = await startBroker(files);
      const scene: Scene = { store, folder, broker, db, progress: new Progress(), inMidst: 0 };
      const subscription = subscribe(scene);
      try {
        const relay = await killInTurn(scene, subscription);
        await scene.progress.until(TOTAL, subscription.ended);
        await subscription.stop();
        relay.child.process.kill('SIGKILL');
        await relay.child.ended;

        expect(db.prepare('SELECT count(*) AS n FROM received').get()).toEqual({ n: TOTAL });
        for (let number = 0; number < LOG.cases; number += 1) {
          const rows = db
            .prepare('SELECT id FROM received WHERE case_id = ? ORDER BY at')
            .all(String(number));
          expect(hashOf(rows.map(({ id }) => String(id)))).toBe(hashOf(idsOf(LOG, number)));
        }
        const { applied, repeated, sessions } = subscription.state();
        const seconds = ((performance.now() - started) / 1000).toFixed(0);
        process.stdout.write(
          `relay: ${applied} events applied, ${repeated} came again, ${KILLS} kills each, ${scene.inMidst} kills in midst, ${sessions} sessions, ${seconds} s\n`,
        );
      } finally {
        await subscription.stop();
        await broker.stop();
        await store.close();
        db.close();
        await rm(folder, { recursive: true, force: true });
      }
    },
    TIMEOUT_MS,
  );
});
