import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openSqliteStore } from '@duban/event-store-sqlite';
import { until } from '@duban/testing';
import { writeAppends } from './case-log.ts';
import { commandOf, startChild, type Child } from './child.ts';

const LEASE_MS = 10_000;
const LOG = { cases: 5, eventsPerCase: 10, perAppend: 5 };

let folder: string;
const children: Child[] = [];

type ReadModels = Child & { readonly states: string[] };

const startReadModels = (): ReadModels => {
  const child = startChild(...commandOf('./read-models.child.ts', [folder, join(folder, 'log.sqlite')]));
  children.push(child);
  const states: string[] = [];
  child.process.stdout.on('data', (said: Buffer) => states.push(...said.toString().trim().split('\n')));
  return { ...child, states };
};

const untilIts = ({ states }: ReadModels, state: string): Promise<void> =>
  until(() => states.at(-1) === state);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'duban-read-models-'));
  const store = await openSqliteStore({ file: join(folder, 'log.sqlite') });
  await writeAppends(store, LOG, { from: 0, to: 10 });
  await store.close();
});
afterAll(async () => {
  for (const child of children) child.process.kill('SIGKILL');
  await Promise.all(children.map(({ ended }) => ended));
  await rm(folder, { recursive: true, force: true });
});

it('a process whose read models were killed is replaced at once, not when its lease runs out', async () => {
  const first = startReadModels();
  await untilIts(first, 'live');
  const second = startReadModels();
  await untilIts(second, 'standby');
  first.process.kill('SIGKILL');
  const killed = performance.now();
  await untilIts(second, 'live');
  expect(performance.now() - killed).toBeLessThan(LEASE_MS / 2);
}, 60_000);
