import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { ed25519Verifier } from '@duban/audit-log';
import { openNote, parseCheckpoint, parseVerifierKey } from '@duban/audit-tree';
import { WITHHELD } from '@duban/contracts';
import { demoPending, demoSeed } from '@duban/demo';
import { LOG_START } from '@duban/kernel';
import { TOPICS, translate } from '@duban/messaging';
import { withholdPersonalText } from '@duban/privacy';
import { createMemoryInbox, subscribeKafka, type PublicEvent, type Subscription } from '@duban/subscriber';
import { openHttpOffice, type HttpOffice } from '../../apps/api/src/testing/http-office.fixture.ts';
import { walk } from '../../apps/api/src/testing/walk.fixture.ts';
import { CLI, ended, start, type Ran } from '../e2e/duban.ts';
import { describeWith } from '../setup/describe-with.ts';
import { sharedBroker } from '../setup/kafka/shared-broker.ts';
import { readTopic, readWholeTopic } from './kafka-reader.ts';

jest.setTimeout(120_000);

const shared = await sharedBroker();
const brokers = 'brokers' in shared ? shared.brokers : [];
/** The topics are the public ones, and others use them too. */
const tenant = `t-${randomUUID().slice(0, 8)}`;

const received: PublicEvent[] = [];
/** Signed heads of the log of proofs; they are written down when there is time for it. */
const heads: PublicEvent[] = [];
let subscription: Subscription;
let folder: string;
let http: HttpOffice;

const open = (): Promise<HttpOffice> =>
  openHttpOffice(
    { demoSeed: { ...demoSeed, isPending: demoPending } },
    { DUBAN_DATA: folder, DUBAN_TENANT: tenant, KAFKA_BROKERS: brokers.join(',') },
  );

/** Ends by itself when nobody waits for it any more: the test has failed then. */
const until = async (what: () => boolean): Promise<void> => {
  const end = Date.now() + 60_000;
  while (!what()) {
    if (Date.now() > end)
      throw new Error(
        JSON.stringify({ relay: relay(), consumer: subscription.state(), got: received.length }),
      );
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** Cases whose results were withheld: what left before that stays out there, what came after never leaves. */
let withheld: ReadonlySet<string> = new Set();

const isOpen = ({ source }: Sent): boolean => !withheld.has(`case-${source.split('/').at(-1) ?? ''}`);

/** What the log says that the world may see, in its order, without the texts. */
const expected = async (): Promise<readonly (Sent & { readonly data: unknown })[]> => {
  // The office's store has its texts in clear: withheld from there they must read the same.
  const { events } = await withholdPersonalText(http.office.store).readLog({
    after: LOG_START,
    limit: 10_000,
  });
  withheld = new Set(events.filter(({ type }) => type === 'PublicationWithheld').map(({ stream }) => stream));
  return events.flatMap((event) => {
    if (withheld.has(event.stream)) return [];
    const message = translate(event, tenant);
    return message === 'private' || message.topic !== TOPICS.case ? [] : [message.event];
  });
};

type Sent = { readonly source: string; readonly id: string };

const byCase = (events: readonly Sent[]): ReadonlyMap<string, readonly string[]> => {
  const cases = Map.groupBy(events, ({ source }) => source);
  return new Map([...cases].map(([source, of]) => [source, of.map(({ id }) => id)] as const).sort());
};

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

const openCase = async (caseId: string): Promise<void> => {
  const answer = await http.ask('so', `/v1/cases/${caseId}/commands/open-case`, {
    method: 'POST',
    headers: { 'idempotency-key': `open-${caseId}` },
    body: { data: { ...walk[0]?.data, caseNo: caseId } },
  });
  expect([answer.status, answer.body['code']]).toEqual([201, undefined]);
};

const relay = () => {
  const state = http.office.outlets.relay?.();
  if (state === undefined) throw new Error('nothing goes out');
  return state;
};

const onOutlet = (persona: string, name: string) =>
  http.ask(persona, `/v1/outlets/kafka/commands/${name}`, {
    method: 'POST',
    headers: { 'idempotency-key': `${name}-${persona}` },
    body: { data: { reason: '王处长要求：消费方迁移' } },
  });

describeWith('missing' in shared ? shared.missing : undefined, 'a server that is told of Kafka', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duban-relay-'));
    http = await open();
    subscription = subscribeKafka({
      ...{
        kafka: { brokers, clientId: 'analyst' },
        topics: [TOPICS.case, TOPICS.checkpoints],
        groupId: tenant,
      },
      inbox: createMemoryInbox(),
      apply: async (event) => {
        if (!event.source.startsWith(`/duban/${tenant}/`)) return;
        (event.kind === 'CheckpointSealed' ? heads : received).push(event);
      },
    });
  });
  afterAll(async () => {
    await subscription.stop();
    await http.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('sends every public event once and in order per case, and none of the texts', async () => {
    const events = await expected();
    expect(withheld.size).toBeGreaterThan(0);
    await until(() => received.filter(isOpen).length >= events.length);
    expect(byCase(received.filter(isOpen))).toEqual(byCase(events));
    const texts = new Map(events.map(({ id, data }) => [id, data]));
    for (const { id, received: text } of received.filter(isOpen))
      expect((JSON.parse(text) as { data: unknown }).data).toEqual(texts.get(id));
    expect(received.filter(({ received: text }) => text.includes(WITHHELD)).length).toBeGreaterThan(20);
    expect(relay()).toMatchObject({ status: 'running', isCaughtUp: true, failures: 0 });
  });

  it('holds events back while a person says so, shows who did, and loses none', async () => {
    expect((await onOutlet('analyst', 'pause-outlet')).status).toBe(403);
    expect((await onOutlet('sysadmin', 'pause-outlet')).status).toBe(200);
    await until(() => relay().status === 'paused');
    const before = received.length;
    await openCase('KR-1');
    const { body } = await http.ask('sysadmin', '/v1/outlets');
    expect(body['items']).toEqual([
      expect.objectContaining({ name: 'kafka', isPaused: true, by: 'person:demo-sysadmin' }),
    ]);
    await http.stop();
    http = await open();
    await until(() => relay().status === 'paused');
    expect([received.length, relay().sent]).toEqual([before, 0]);
    await until(() => relay().lagMs > 0);
    expect((await onOutlet('sysadmin', 'resume-outlet')).status).toBe(200);
    await until(() => received.length > before);
    expect(received.at(-1)).toMatchObject({ kind: 'CaseOpened', partitionkey: 'KR-1' });
  });

  it('begins where it was after a restart, and sends nothing again', async () => {
    await http.stop();
    http = await open();
    await openCase('KR-2');
    await until(() => received.at(-1)?.partitionkey === 'KR-2');
    expect(relay().sent).toBeLessThanOrEqual(1 + heads.length);
    expect(subscription.state()).toMatchObject({ status: 'running' });
    const events = await expected();
    expect(byCase(received.filter(isOpen))).toEqual(byCase(events));
    // What the topic holds, and not what the consumer was given: a group that is shared out anew reads some of it twice.
    const inTopic = (await readWholeTopic(brokers, TOPICS.case)).map(
      ({ value }) => JSON.parse(value) as Sent,
    );
    const ours = inTopic.filter(({ source }) => source.startsWith(`/duban/${tenant}/`));
    expect(byCase(ours)).toEqual(byCase(received));
  });

  it('is not in the way of sending everything once more, into topics of their own', async () => {
    const suffix = `.${tenant}`;
    const env = { DUBAN_DATA: folder, DUBAN_TENANT: tenant, KAFKA_BROKERS: brokers.join(',') };
    const run = (): Promise<Ran> =>
      ended(start(CLI, ['republish', '--suffix', suffix, '--output', 'json'], env));
    const events = await expected();
    const { code, out, err } = await run();
    expect([code, err]).toEqual([0, '']);
    const { sent } = JSON.parse(out) as { readonly sent: number };
    expect(sent - events.length).toBeGreaterThanOrEqual(0);
    expect(sent - events.length).toBeLessThanOrEqual(heads.length + 1);
    const topic = `${TOPICS.case}${suffix}`;
    const again = (await readTopic(brokers, topic, events.length)).map(
      ({ value }) => JSON.parse(value) as Sent & { readonly data: unknown },
    );
    expect(byCase(again)).toEqual(byCase(events));
    // Nothing but a head that was written down since.
    const next = JSON.parse((await run()).out) as { readonly sent: number };
    expect(next.sent).toBeLessThanOrEqual(1);
    expect(relay()).toMatchObject({ status: 'running', failures: 0 });
  });

  it('sends signed heads of the log of proofs, which verify', async () => {
    await until(() => heads.length > 0);
    const [head] = heads;
    if (head?.kind !== 'CheckpointSealed') throw new Error('no head');
    const { note, verifierKeys, size } = head.data;
    expect(http.office.audit.verifierKeys()).toEqual(verifierKeys);
    const signed = openNote(
      note,
      verifierKeys.map((key) => ed25519Verifier(parseVerifierKey(key, sha256))),
    );
    expect(parseCheckpoint(signed.text)).toMatchObject({ size });
  });

  it('tells whoever watches how far it is', async () => {
    const { body } = await http.ask('sysadmin', '/metrics');
    expect(body['text']).toContain('duban_relay_lag_seconds 0');
    expect(body['text']).toContain('duban_relay_status{status="running"} 1');
  });

  it('knows no other outlet', async () => {
    const answer = await http.ask('sysadmin', '/v1/outlets/pigeon/commands/pause-outlet', {
      method: 'POST',
      body: { data: { reason: '' } },
    });
    expect(answer.status).toBe(404);
  });
});
