import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { auditFiles, auditOptionsOf, openAuditLog } from '@duban/audit-log';
import { nodePrimitives, verifyBundle } from '@duban/audit-verify';
import { openEventStoreDb } from '@duban/event-store-eventstoredb';
import { parseCheckpoint, parseNote, parseProofText, type Checkpoint } from '@duban/audit-tree';
import { walk } from '../../apps/api/src/testing/walk.fixture.ts';
import { buildMissing } from '../setup/built-server.ts';
import { describeWith } from '../setup/describe-with.ts';
import { ask, type Answered } from './ask.ts';
import { startCluster, type Cluster } from './cluster.ts';
import type { Member } from './member.ts';

/** Processes start and are killed, on whatever machine. */
jest.setTimeout(120_000);

const CASE = 'DB-2025-004';
/** Asking without a rest would take the time from who is asked. */
const REST_MS = 25;
const AT = Date.parse('2025-03-03T10:00:00+08:00');

let cluster: Cluster;
let now = AT;
let sent = 0;
/** Id of the newest event of the case. */
let newest = '';

const textOf = async (member: Member, path: string): Promise<string | null> => {
  const answer = await ask(member, { token: cluster.identity.token('auditor'), path: `/v1/audit/${path}` });
  if (answer.status === 404) return null;
  expect([path, answer.status]).toEqual([path, 200]);
  return String(answer.body['text']);
};

/** Another event of the case, by either process in turn. */
const send = async (): Promise<void> => {
  const [opening, registering] = walk;
  const itemId = `i${String(sent)}`;
  const command = sent === 0 ? 'open-case' : 'register-item';
  const answer: Answered = await ask(cluster.apis[sent % 2 === 0 ? 0 : 1], {
    token: cluster.identity.token('so'),
    path: `/v1/cases/${CASE}/commands/${command}`,
    body: { data: sent === 0 ? opening?.data : { ...registering?.data, itemId } },
  });
  expect([command, answer.status < 300]).toEqual([command, true]);
  sent += 1;
  newest = (answer.body['events'] as { id: string }[]).at(-1)?.id ?? '';
};

/** A proof of the newest event is there as soon as a head over it is. */
const untilProven = async (member: Member): Promise<string> => {
  for (;;) {
    const proof = await textOf(member, `proof/event/${newest}`);
    if (proof !== null) return proof;
    await rest(REST_MS);
  }
};

const headOf = (note: string): Checkpoint => parseCheckpoint(parseNote(note).text);

/** Both have the newest one that is written down. */
const untilSame = async (): Promise<string> => {
  for (;;) {
    const [first, second] = await Promise.all(cluster.apis.map((api) => textOf(api, 'checkpoint')));
    if (first === second && typeof first === 'string') return first;
    await rest(REST_MS);
  }
};

/** Time enough for another head. */
const pass = (): void => {
  now += 31_000;
  cluster.moveTo(now);
};

const recorded = () => cluster.stream('checkpoint-events');

/** What an auditor gets from the folder of one process, judged by the checker that shares no code with it. */
const verdictOf = async (name: string, key: string) => {
  const place = { dataDir: join(cluster.folder, name), tenant: 'cq', logHash: 'sha256' } as const;
  const log = openAuditLog(auditOptionsOf({ ...place, profile: 'cluster' }, 'events'));
  const reader = await openEventStoreDb({ connectionString: cluster.logAddress() });
  const lines: string[] = [];
  try {
    await log.export(reader, (line) => void lines.push(line));
  } finally {
    await reader.close();
    log.close();
  }
  return { ...(await verifyBundle(lines, { keys: [key] }, nodePrimitives)), lines };
};

const workersKey = (): string => {
  const place = { dataDir: join(cluster.folder, 'worker'), tenant: 'cq', logHash: 'sha256' } as const;
  const { verifierKeys } = auditFiles(auditOptionsOf({ ...place, profile: 'cluster' }, 'events'));
  return readFileSync(verifierKeys, 'utf8').trimEnd();
};

describeWith(buildMissing(), 'the proofs of a cluster', () => {
  beforeAll(async () => {
    cluster = await startCluster(AT);
  });
  afterAll(() => cluster.stop());

  it('are the same on every process, and their heads are signed by the worker alone', async () => {
    await send();
    await send();
    pass();
    const proofs = await Promise.all(cluster.apis.map(untilProven));
    expect(proofs[0]).toBe(proofs[1]);
    const note = await untilSame();
    expect(parseProofText(proofs[0] ?? '').checkpoint).toBe(note);
    for (const api of cluster.apis) expect(await textOf(api, 'key')).toBe(`${workersKey()}\n`);
    const keys = ['api-1', 'api-2', 'worker'].map((name) =>
      existsSync(join(cluster.folder, name, 'keys', 'log-ed25519.pem')),
    );
    expect(keys).toEqual([false, false, true]);
  });

  it('are found good by the checker, from the folder of any process', async () => {
    const [first, second] = [await verdictOf('api-1', workersKey()), await verdictOf('api-2', workersKey())];
    expect([first.result, second.result]).toEqual(['good', 'good']);
    expect(first.lines.filter((line) => line.includes(newest))).toHaveLength(1);
    expect(first.lines).toEqual(second.lines);
  });

  it('grow on when a worker was killed and another one takes its place', async () => {
    const before = headOf(await untilSame());
    await cluster.worker.kill('SIGKILL');
    await send();
    // A term that the dead one may have had is over.
    now += 61_000;
    cluster.moveTo(now);
    await cluster.worker.start();
    await Promise.all(cluster.apis.map(untilProven));
    const after = headOf(await untilSame());
    expect(after.size).toBeGreaterThan(before.size);
    const path = `/v1/audit/consistency?from=${String(before.size)}&to=${String(after.size)}`;
    const { status, body } = await ask(cluster.apis[0], { token: cluster.identity.token('auditor'), path });
    expect([status, body['fromRoot'], body['toRoot']]).toEqual([
      200,
      Buffer.from(before.root).toString('base64'),
      Buffer.from(after.root).toString('base64'),
    ]);
    expect((await verdictOf('api-2', workersKey())).result).toBe('good');
  });

  it('come again from the log where a folder was thrown away', async () => {
    const [api] = cluster.apis;
    await api.kill('SIGTERM');
    const files = join(cluster.folder, 'api-1', 'audit');
    for (const name of ['tiles.sqlite', 'tiles.sqlite-wal', 'tiles.sqlite-shm', 'verifier-keys.txt']) {
      rmSync(join(files, name), { force: true });
    }
    expect(existsSync(join(files, 'tiles.sqlite'))).toBe(false);
    await api.start();
    expect(await untilProven(api)).toBe(await untilProven(cluster.apis[1]));
    const lines = (await verdictOf('api-1', workersKey())).lines;
    expect(lines).toEqual((await verdictOf('api-2', workersKey())).lines);
  });

  it('cost no record while nothing happens', async () => {
    await untilSame();
    const before = (await recorded()).length;
    const turns = (await cluster.stream('lease-sealer')).length;
    for (let times = 0; times < 3; times += 1) {
      pass();
      // Each asks the log for its head and follows.
      await Promise.all(cluster.apis.map((api) => textOf(api, 'proof/event/none')));
    }
    expect([(await recorded()).length, (await cluster.stream('lease-sealer')).length]).toEqual([
      before,
      turns,
    ]);
  });

  it('of who read what have a name and a key for each process', async () => {
    const origins = ['api-1', 'api-2'].map((name) =>
      readFileSync(join(cluster.folder, name, 'audit', 'reads-verifier-keys.txt'), 'utf8').split('+'),
    );
    expect(origins.map(([origin]) => origin)).toEqual([
      'duban/cq/reads/api-1/sha256',
      'duban/cq/reads/api-2/sha256',
    ]);
    expect(new Set(origins.map(([, , key]) => key)).size).toBe(2);
    for (const api of cluster.apis) {
      const { status, body } = await ask(api, { token: null, path: '/health/ready' });
      expect([
        status,
        (body['reasons'] as { part: string }[]).filter(({ part }) => part === 'audit'),
      ]).toEqual([200, []]);
    }
  });
});
