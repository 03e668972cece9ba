import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { comparePositions, LOG_START, parsePosition } from '@duban/kernel';
import { TOPICS, translate } from '@duban/messaging';
import { createMemoryInbox, subscribeKafka, type PublicEvent, type Subscription } from '@duban/subscriber';
import { walk, type Step } from '../../apps/api/src/testing/walk.fixture.ts';
import { buildMissing } from '../setup/built-server.ts';
import { describeWith } from '../setup/describe-with.ts';
import { sharedBroker } from '../setup/kafka/shared-broker.ts';
import { ask, type Answered } from './ask.ts';
import { startCluster, type Cluster } from './cluster.ts';

/** Processes start and are killed again and again, on whatever machine. */
jest.setTimeout(240_000);

const CASE = 'DB-2025-004';
const shared = await sharedBroker();
const brokers = 'brokers' in shared ? shared.brokers : [];
/** The topics are the public ones, and others use them too. */
const tenant = `t-${randomUUID().slice(0, 8)}`;
/** After these steps the worker that sends is killed, and comes back as the one that stands by. */
const KILL_SENDER = [2, 6, 11, 17];

let cluster: Cluster;
let subscription: Subscription;
const received: PublicEvent[] = [];

const send = (step: Step, index: number): Promise<Answered> =>
  ask(cluster.apis[index % 2 === 0 ? 0 : 1], {
    token: cluster.identity.token(step.by),
    path: `/v1/cases/${CASE}/commands/${step.command}`,
    headers: { 'idempotency-key': `walk-${String(index)}` },
    body: { data: step.data, basis: step.basis },
  });

const published = async (): Promise<readonly string[]> =>
  (await cluster.stream(`case-${CASE}`)).flatMap((event) =>
    translate(event, tenant) === 'private' ? [] : [event.id],
  );

const hasArrived = async (): Promise<void> => {
  const wanted = await published();
  while (received.length < wanted.length) await new Promise((resolve) => setTimeout(resolve, 20));
};

/** The worker whose turn it is, as the log says. */
const sender = async (): Promise<0 | 1> => {
  const last = (await cluster.stream('lease-relay')).findLast(({ type }) => type === 'LeaseTaken');
  const [, pid] = ((last?.data['holder'] as string | undefined) ?? '').split('/');
  return cluster.workers.findIndex((worker) => worker.pid() === Number(pid)) === 1 ? 1 : 0;
};

let now = Date.parse('2025-03-01T09:00:00+08:00');

/** The term of who was killed has to run out, which is the clock's affair; nobody has to wait for it here. */
const killSender = async (): Promise<void> => {
  const victim = cluster.workers[await sender()];
  await victim?.kill('SIGKILL');
  now += 3_600_000;
  cluster.moveTo(now);
  await victim?.start();
};

const missing = buildMissing() ?? ('missing' in shared ? shared.missing : undefined);

describeWith(missing, 'two workers that send to Kafka in turns', () => {
  beforeAll(async () => {
    cluster = await startCluster(now, {
      workers: 2,
      settings: { KAFKA_BROKERS: brokers.join(','), DUBAN_TENANT: tenant },
    });
    subscription = subscribeKafka({
      ...{ kafka: { brokers, clientId: 'analyst' }, topics: [TOPICS.case], groupId: tenant },
      inbox: createMemoryInbox(),
      apply: async (event) => {
        if (event.source.startsWith(`/duban/${tenant}/`)) received.push(event);
      },
    });
  });
  afterAll(async () => {
    await subscription.stop();
    await cluster.stop();
  });

  it('lose no event and reorder none, whichever of them is killed', async () => {
    for (const [index, step] of walk.entries()) {
      now = Math.max(now, Date.parse(`${step.at}T10:00:00+08:00`));
      cluster.moveTo(now);
      const { status } = await send(step, index);
      expect([index, status]).toEqual([index, step.status ?? expect.any(Number)]);
      if (!KILL_SENDER.includes(index)) continue;
      await killSender();
    }
    await hasArrived();
    expect(received.map(({ id }) => id)).toEqual(await published());
    expect(subscription.state().status).toBe('running');
  });

  it('write of it into the log only who sends, and how far that was', async () => {
    const taken = (await cluster.stream('lease-relay')).filter(({ type }) => type === 'LeaseTaken');
    const epochs = taken.map(({ data }) => data['epoch']);
    expect(epochs).toEqual(epochs.map((_, index) => index + 1));
    expect(new Set(taken.map(({ data }) => data['holder'])).size).toBeGreaterThan(KILL_SENDER.length / 2);
    expect(taken.length).toBeLessThan(walk.length * 2);
  });

  it('write their place down when they end', async () => {
    await Promise.all(cluster.workers.map((worker) => worker.kill('SIGTERM')));
    const places = await cluster.stream('relay-kafka');
    const last = (await cluster.stream(`case-${CASE}`)).findLast(
      (event) => translate(event, tenant) !== 'private',
    );
    const place = parsePosition((places.at(-1)?.data['position'] ?? '') as string);
    expect(comparePositions(place ?? LOG_START, last?.position ?? LOG_START)).toBeGreaterThanOrEqual(0);
  });
});
