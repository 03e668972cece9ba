import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { walk, type Step } from '../../apps/api/src/testing/walk.fixture.ts';
import { buildMissing } from '../setup/built-server.ts';
import { describeWith } from '../setup/describe-with.ts';
import { ask, type Answered, type Asked } from './ask.ts';
import { startCluster, type Cluster } from './cluster.ts';
import type { Member } from './member.ts';

/** Processes start and are killed again and again, on whatever machine. */
jest.setTimeout(240_000);

const CASE = 'DB-2025-004';
const KILL_API_1 = [3, 12];
const KILL_API_2 = [8, 20];
/** When its due date has passed. */
const OVERDUE = 10;
/** In the middle of the first cycle, and when its due date has passed. */
const KILL_WORKER = [5, OVERDUE];

let cluster: Cluster;
/** Where the newest command lies in the log. */
let after = '';
const acknowledged = new Map<string, Answered>();

const commandOf = (step: Step, index: number) => ({
  token: cluster.identity.token(step.by),
  path: `/v1/cases/${CASE}/commands/${step.command}`,
  headers: { 'idempotency-key': `walk-${String(index)}` },
  body: { data: step.data, basis: step.basis },
});

/** Sends to one process; where it dies under the request, the same request goes to the other one. */
const send = async (step: Step, index: number, victim: 0 | 1 | null): Promise<Answered> => {
  const at = victim ?? index % 2;
  const first = cluster.apis[at === 0 ? 0 : 1];
  const asked = commandOf(step, index);
  if (victim === null) return ask(first, asked);
  const answer = ask(first, asked).catch(() => null);
  await first.kill('SIGKILL');
  return (await answer) ?? ask(cluster.apis[at === 0 ? 1 : 0], asked);
};

const victimAt = (index: number): 0 | 1 | null => {
  if (KILL_API_1.includes(index)) return 0;
  return KILL_API_2.includes(index) ? 1 : null;
};

/**
 * Whoever was killed takes its read models back when the claim of the dead process is over: 503 or 504 until then. One that
 * was killed before they were whole builds on, and says so.
 */
const untilRead = async (member: Member, asked: Asked): Promise<Answered> => {
  for (;;) {
    const answer = await ask(member, asked);
    if (answer.status !== 504 && answer.status !== 503) return answer;
    expect(['read-model-behind', 'read-model.building']).toContain(answer.body['code']);
  }
};

/** What the process that did not take the command shows right after it. */
const shownElsewhere = (index: number, victim: 0 | 1 | null): Promise<Answered> => {
  const at = victim === null ? (index + 1) % 2 : 1 - victim;
  const path = `/v1/cases/${CASE}/items/i1?after=${after}`;
  return untilRead(cluster.apis[at === 0 ? 0 : 1], { token: cluster.identity.token('auditor'), path });
};

const roundsDone = async (): Promise<number> =>
  (await cluster.stream('lease-worker')).filter(({ type }) => type === 'LeaseReleased').length;

const missesNoted = async (): Promise<number> =>
  (await cluster.stream(`case-${CASE}`)).filter(({ type }) => type === 'DeadlineMissed').length;

/**
 * The worker comes back and does a round of its jobs while time stands still. A round that meets read models which are
 * not there yet looks at nothing and comes again, so what is due at this step is waited for by name.
 */
const workAgain = async (index: number): Promise<void> => {
  const before = await roundsDone();
  await cluster.worker.start();
  for (let done = before; done === before;) done = await roundsDone();
  for (let noted = 0; index === OVERDUE && noted === 0;) noted = await missesNoted();
};

const walkStep = async (step: Step, index: number): Promise<void> => {
  cluster.moveTo(Date.parse(`${step.at}T10:00:00+08:00`));
  const victim = victimAt(index);
  if (KILL_WORKER.includes(index)) await cluster.worker.kill('SIGKILL');
  const answer = await send(step, index, victim);
  const { reason } = answer.body;
  expect([index, answer.status, reason]).toEqual([index, step.status ?? 200, step.reason]);
  if (answer.status < 300) acknowledged.set(`walk-${String(index)}`, answer);
  after = String(answer.headers['duban-position'] ?? after);
  if (step.then !== undefined) {
    const { stage, cycle } = (await shownElsewhere(index, victim)).body as {
      stage?: string;
      cycle?: { n: number } | null;
    };
    expect([index, stage, cycle?.n ?? 0]).toEqual([index, ...step.then]);
  }
  if (victim !== null) await cluster.apis[victim].start();
  if (KILL_WORKER.includes(index)) await workAgain(index);
};

describeWith(buildMissing(), 'two api processes and a worker over one log on a server', () => {
  beforeAll(async () => {
    cluster = await startCluster(Date.parse('2025-03-01T09:00:00+08:00'));
  });
  afterAll(() => cluster.stop());

  it('serve the walk in turn, whichever of them is killed on the way', async () => {
    for (const [index, step] of walk.entries()) await walkStep(step, index);
  });

  it('have every acknowledged command in the log exactly once, and nothing else of the walk', async () => {
    const events = await cluster.stream(`case-${CASE}`);
    expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index));
    const stored = new Map<string, string[]>();
    for (const { id, metadata } of events) {
      if (!metadata.commandId.startsWith('walk-')) continue;
      stored.set(metadata.commandId, [...(stored.get(metadata.commandId) ?? []), id]);
    }
    const told = [...acknowledged].map(([key, { body }]) => [
      key,
      (body['events'] as { id: string }[]).map(({ id }) => id),
    ]);
    expect([...stored]).toEqual(told);
  });

  it('answer every command again as the first time, each on the other process', async () => {
    for (const [index, step] of walk.entries()) {
      const first = acknowledged.get(`walk-${String(index)}`);
      if (first === undefined) continue;
      const again = await ask(cluster.apis[index % 2 === 0 ? 1 : 0], commandOf(step, index));
      expect([index, again.status, again.body]).toEqual([index, first.status, first.body]);
    }
  });

  it('have the dates that passed noted once, by one worker at a time', async () => {
    const events = await cluster.stream(`case-${CASE}`);
    const noted = events.filter(({ metadata }) => metadata.commandId.startsWith('clock:'));
    expect(noted.filter(({ type }) => type === 'DeadlineMissed')).toHaveLength(1);
    expect(new Set(noted.map(({ id }) => id)).size).toBe(noted.length);
    const lease = await cluster.stream('lease-worker');
    const taken = lease.filter(({ type }) => type === 'LeaseTaken').map(({ data }) => data['epoch']);
    expect(taken.length).toBeGreaterThanOrEqual(3);
    expect(taken).toEqual(taken.map((_, index) => index + 1));
  });

  it('say that they are ready after a canary came back', async () => {
    for (const api of cluster.apis) {
      const { status, body } = await ask(api, { token: null, path: '/health/ready' });
      const parts = (body['reasons'] as { part: string }[]).map(({ part }) => part);
      expect([status, body['log']]).toEqual([200, 'ok']);
      expect(parts.filter((part) => part !== 'read-model')).toEqual([]);
    }
  });
});
