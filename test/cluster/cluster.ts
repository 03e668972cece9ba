import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogKeys, type AuditSubject, type MadeKeys } from '@duban/audit-log';
import type { EventStore, StoredEvent } from '@duban/event-store';
import { openEventStoreDb } from '@duban/event-store-eventstoredb';
import { comparePositions, LOG_START } from '@duban/kernel';
import { postOrgans } from '../../apps/api/src/testing/organs.fixture.ts';
import { startEsdbDouble, type EsdbDouble } from '../setup/esdb/start-esdb-double.ts';
import { ask } from './ask.ts';
import { startIdentityProvider, type IdentityProvider } from './identity-provider.ts';
import { member, type Member } from './member.ts';

export type Cluster = {
  readonly apis: readonly [Member, Member];
  readonly worker: Member;
  /** All of them, `worker` first. */
  readonly workers: readonly Member[];
  readonly identity: IdentityProvider;
  /** Every process sees this time from now on. */
  readonly moveTo: (now: number) => void;
  /** A stream as the server has it, read by nobody's read model. */
  readonly stream: (name: string) => Promise<readonly StoredEvent[]>;
  /** All events of these types, in the order of the log. */
  readonly log: (types: readonly string[]) => Promise<readonly StoredEvent[]>;
  readonly logAddress: () => string;
  readonly folder: string;
  /** Of a process with a data folder of this name. */
  readonly settings: (name: string) => Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
};

/** What `duban keys create` makes, with `--reads` for the log of who read what. */
export const makeKeys = (folder: string, instance: string, subject: AuditSubject): MadeKeys =>
  createLogKeys(
    { dataDir: join(folder, instance), tenant: 'cq', hash: 'sha256', subject, instance },
    { sm2: false },
  );

/** Master key of the vault; the key of the log for the worker alone, and one for the reads of each `api`. */
const provide = (folder: string): void => {
  writeFileSync(join(folder, 'vault.key'), randomBytes(32).toString('base64'), { mode: 0o600 });
  makeKeys(folder, 'worker', 'events');
  for (const name of ['api-1', 'api-2']) makeKeys(folder, name, 'reads');
};

const onServer = async <Answer>(
  double: EsdbDouble,
  read: (store: EventStore) => Promise<Answer>,
): Promise<Answer> => {
  const store = await openEventStoreDb({ connectionString: double.connectionString() });
  return read(store).finally(store.close);
};

const readWhole = (double: EsdbDouble, name: string): Promise<readonly StoredEvent[]> =>
  onServer(double, async (store) => {
    const events: StoredEvent[] = [];
    for (let next: number | null = 0; next !== null;) {
      const page = await store.readStream(name, { from: next });
      events.push(...page.events);
      next = page.next;
    }
    return events;
  });

const readTypes = (double: EsdbDouble, types: readonly string[]): Promise<readonly StoredEvent[]> =>
  onServer(double, async (store) => {
    const events: StoredEvent[] = [];
    const head = await store.head();
    for (let after = LOG_START; comparePositions(after, head) < 0;) {
      const page = await store.readLog({ after, types });
      events.push(...page.events);
      after = page.next;
    }
    return events;
  });

export type ClusterOptions = {
  readonly workers?: number;
  /** For every process, over those of the test. */
  readonly settings?: Readonly<Record<string, string>>;
};

/** Two `api` processes and a `worker`, each with read models of its own, over one log on the double. */
export const startCluster = async (
  startsAt: number,
  { workers: count = 1, settings: more = {} }: ClusterOptions = {},
): Promise<Cluster> => {
  const folder = mkdtempSync(join(tmpdir(), 'duban-cluster-'));
  provide(folder);
  const double = await startEsdbDouble({ file: join(folder, 'server.ndjson') });
  const identity = await startIdentityProvider();
  let now = startsAt;
  const settings = (name: string) => ({
    ...identity.settings,
    DUBAN_PROFILE: 'cluster',
    DUBAN_TLS: 'terminated-upstream',
    DUBAN_LOG_LEVEL: 'error',
    DUBAN_INSTANCE: name,
    DUBAN_DATA: join(folder, name),
    DUBAN_VAULT_DIR: join(folder, 'vault'),
    DUBAN_ATTACHMENT_DIR: join(folder, 'attachments'),
    DUBAN_VAULT_KEY_FILE: join(folder, 'vault.key'),
    ESDB_URL: double.connectionString(),
    ...more,
  });
  const apis = [
    member('api', settings('api-1'), () => now),
    member('api', settings('api-2'), () => now),
  ] as const;
  const worker = member('worker', settings('worker'), () => now);
  const standBys = Array.from({ length: count - 1 }, (_, index) =>
    member('worker', settings(`worker-${String(index + 2)}`), () => now),
  );
  const workers = [worker, ...standBys];
  const all = [...apis, ...workers];
  const stop = async (): Promise<void> => {
    await Promise.all(all.map((each) => each.kill('SIGKILL')));
    identity.stop();
    await double.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await Promise.all(all.map((each) => each.start()));
    const token = identity.token('so');
    await postOrgans((path, body) => ask(apis[0], { token, path, body }));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    ...{ apis, worker, workers, identity, folder, settings, stop },
    moveTo: (instant) => {
      now = instant;
      for (const each of all) each.tell(instant);
    },
    logAddress: double.connectionString,
    stream: (name) => readWhole(double, name),
    log: (types) => readTypes(double, types),
  };
};
