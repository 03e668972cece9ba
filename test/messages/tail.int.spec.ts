import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { openKafkaOutlet, type Outlet } from '@duban/messaging';
import { idsOf, startTail } from '../e2e/tailing.ts';
import { describeWith } from '../setup/describe-with.ts';
import { sharedBroker } from '../setup/kafka/shared-broker.ts';

jest.setTimeout(120_000);

const shared = await sharedBroker();
const brokers = 'brokers' in shared ? shared.brokers : [];
const CASES = ['a', 'b', 'c'];
const topic = `tail-${randomUUID()}`;

const messageOf = (caseId: string, sequence: number, position: number) => ({
  topic,
  key: caseId,
  value: JSON.stringify({
    specversion: '1.0',
    id: `${caseId}-${sequence}`,
    source: `/duban/t/cases/${caseId}`,
    type: 'duban.case.receipt-acknowledged.v1',
    subject: `${caseId}/i`,
    time: '2026-03-05T09:00:00+08:00',
    recordedtime: '2026-03-05T01:00:00.000Z',
    partitionkey: caseId,
    sequence: String(sequence).padStart(20, '0'),
    position: `n1.${String(position).padStart(20, '0')}`,
    data: {
      itemId: 'i',
      assignmentId: 'as',
      handler: 'person:1',
      phoneMasked: null,
      receivedOn: '2026-03-05',
    },
  }),
});

let outlet: Outlet;
let folder: string;
let position = 0;
const sequences = new Map<string, number>();

/** One more event of each case, `times` over; a hole of one before each where `isHoly`. */
const publish = async (times: number): Promise<void> => {
  const messages = Array.from({ length: times }, () => CASES)
    .flat()
    .map((caseId) => {
      const sequence = sequences.get(caseId) ?? 0;
      sequences.set(caseId, sequence + 1);
      return messageOf(caseId, sequence, (position += 1));
    });
  await outlet.publish(messages);
};

const tail = (...args: readonly string[]) =>
  startTail(['--kafka', brokers.join(','), '--topic', topic, ...args]);

const expectedIds = (from: number, to: number): ReadonlySet<string> =>
  new Set(CASES.flatMap((caseId) => Array.from({ length: to - from }, (_, at) => `${caseId}-${from + at}`)));

const ordersOf = (ids: readonly string[]): boolean =>
  CASES.every((caseId) => {
    const numbers = ids.filter((id) => id.startsWith(`${caseId}-`)).map((id) => Number(id.split('-')[1]));
    return numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));
  });

describeWith('missing' in shared ? shared.missing : undefined, 'duban tail --kafka', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'duban-tail-kafka-'));
    outlet = openKafkaOutlet({
      kafka: { brokers, clientId: 'outlet' },
      layout: { topics: [topic], partitions: 3, replicas: 1 },
    });
    await publish(400);
  });
  afterAll(async () => {
    await outlet.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('prints what is in the topic, each case in order', async () => {
    const running = tail('--limit', '1200');
    expect(await running.ended).toBe(0);
    const ids = idsOf(running.lines);
    expect([ids.length, new Set(ids), ordersOf(ids)]).toEqual([1200, expectedIds(0, 400), true]);
    expect(running.err()).toContain(`connected to ${brokers.join(',')}`);
    expect(running.err()).not.toContain('sequence-gap');
  });

  it('ended, stopped and started again, leaves nothing out and prints nothing twice', async () => {
    const state = join(folder, 'state.sqlite');
    const first = tail('--state', state, '--limit', '100');
    expect(await first.ended).toBe(0);
    const second = tail('--state', state);
    await second.untilLines(50);
    second.signal('SIGTERM');
    expect(await second.ended).toBe(143);
    const printed = [...first.lines, ...second.lines];
    const third = tail(
      '--state',
      state,
      ...(printed.length < 1200 ? ['--limit', String(1200 - printed.length)] : []),
    );
    await third.untilLines(1200 - printed.length);
    third.signal('SIGTERM');
    await third.ended;
    const ids = idsOf([...printed, ...third.lines]);
    expect([ids.length, new Set(ids), ordersOf(ids)]).toEqual([1200, expectedIds(0, 400), true]);
  });

  it('killed in the midst, leaves nothing out, and may print the last batch again', async () => {
    const state = join(folder, 'killed.sqlite');
    const first = tail('--state', state);
    await first.untilLines(300);
    first.leaveUnread();
    first.signal('SIGKILL');
    await first.gone;
    first.readOn();
    await first.ended;
    const before = new Set(idsOf(first.lines.filter((line) => line.endsWith('}}'))));
    const missing = expectedIds(0, 400).difference(before);
    const second = tail('--state', state);
    await second.untilSaid('connected');
    while (idsOf(second.lines).filter((id) => missing.has(id)).length < missing.size)
      await second.untilLines(second.lines.length + 1);
    second.signal('SIGINT');
    expect(await second.ended).toBe(130);
    expect(expectedIds(0, 400).difference(new Set([...before, ...idsOf(second.lines)]))).toEqual(new Set());
  });

  it('begins now or behind a position, keeps to a case, and says where a sequence has a hole', async () => {
    const now = tail('--from', 'now', '--limit', '4');
    const ofOne = tail('--from', `n1.${String(1198).padStart(20, '0')}`, '--case', 'c', '--limit', '2');
    await now.untilSaid('connected');
    await publish(1);
    await now.untilLines(3);
    sequences.set('c', 402);
    await outlet.publish([messageOf('c', 402, (position += 1))]);
    expect([await now.ended, await ofOne.ended]).toEqual([0, 0]);
    expect(new Set(idsOf(now.lines))).toEqual(new Set(['a-400', 'b-400', 'c-400', 'c-402']));
    expect(idsOf(ofOne.lines)).toEqual(['c-399', 'c-400']);
    expect(now.err()).toContain('c: sequence 400 → 402');
    expect(now.err()).toContain('[subscriber.sequence-gap]');
  });
});
