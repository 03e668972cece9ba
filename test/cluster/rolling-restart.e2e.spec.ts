import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { ERASED } from '@duban/contracts';
import { walk } from '../../apps/api/src/testing/walk.fixture.ts';
import { filesWith } from '../privacy/bytes-in-files.ts';
import { buildMissing } from '../setup/built-server.ts';
import { describeWith } from '../setup/describe-with.ts';
import { ask, isUnanswered, type Answered } from './ask.ts';
import { startCluster, type Cluster } from './cluster.ts';

/** Processes start and end again and again, on whatever machine. */
jest.setTimeout(240_000);

const CASE = 'DB-2025-004';
const PERSON = 'person:dp-17';
const WORDS = '麤灪爩鱻';
const CLIENTS = 4;

let cluster: Cluster;

const post = (at: 0 | 1, by: string, path: string, body: object): Promise<Answered> =>
  ask(cluster.apis[at], { token: cluster.identity.token(by), path, body });

const register = (itemId: string, text: string, proposers: readonly string[] = []) => ({
  token: cluster.identity.token('so'),
  path: `/v1/cases/${CASE}/commands/register-item`,
  headers: { 'idempotency-key': `register-${itemId}` },
  body: { data: { ...walk[1]?.data, itemId, text, proposers } },
});

/** The same request to the other one where no answer came; an answer is final, whatever it says. */
const sendToEither = async (itemId: string, first: 0 | 1): Promise<Answered> => {
  for (let at = first; ; at = at === 0 ? 1 : 0) {
    try {
      return await ask(cluster.apis[at], register(itemId, 'x'));
    } catch (error) {
      if (!isUnanswered(error)) throw error;
    }
  }
};

const untilRead = async (at: 0 | 1, path: string): Promise<Answered> => {
  for (;;) {
    const answer = await ask(cluster.apis[at], { token: cluster.identity.token('so'), path });
    // 503: what was erased is taken out of the read models by building them anew.
    if (answer.status !== 504 && answer.status !== 503) return answer;
  }
};

describeWith(buildMissing(), 'a cluster', () => {
  beforeAll(async () => {
    cluster = await startCluster(Date.parse('2025-03-03T10:00:00+08:00'));
    await post(0, 'so', `/v1/cases/${CASE}/commands/open-case`, { data: walk[0]?.data });
  });
  afterAll(() => cluster.stop());

  it('is restarted process by process without a failed command', async () => {
    const state = { restarting: true };
    const statuses: number[] = [];
    const keys: string[] = [];
    const client = async (name: number): Promise<void> => {
      for (let n = 0; state.restarting; n += 1) {
        const itemId = `r${String(name)}-${String(n)}`;
        const { status } = await sendToEither(itemId, n % 2 === 0 ? 0 : 1);
        statuses.push(status);
        keys.push(`register-${itemId}`);
      }
    };
    const clients = Array.from({ length: CLIENTS }, (_, name) => client(name));
    for (const api of cluster.apis) {
      await api.kill('SIGTERM');
      await api.start();
    }
    state.restarting = false;
    await Promise.all(clients);
    expect([...new Set(statuses)]).toEqual([200]);
    expect(keys.length).toBeGreaterThan(CLIENTS);
    const stored = (await cluster.stream(`case-${CASE}`)).map(({ metadata }) => metadata.commandId);
    expect(keys.filter((key) => stored.filter((one) => one === key).length !== 1)).toEqual([]);
  });

  it('erases a person out of the read models of every process', async () => {
    const answer = await ask(cluster.apis[0], register('i1', WORDS, [PERSON]));
    const written = String(answer.headers['duban-position']);
    const path = `/v1/cases/${CASE}/items/i1?after=`;
    expect((await untilRead(1, `${path}${written}`)).body['text']).toBe(WORDS);
    const request = { legalBasis: '个人信息保护法第四十七条', requestedBy: 'person' };
    const erased = await post(0, 'secadmin', `/v1/people/${PERSON}/erasure`, request);
    expect([erased.status, erased.body['fields']]).toEqual([200, 1]);
    for (const at of [0, 1] as const) {
      const { body } = await untilRead(at, `${path}${String(erased.headers['duban-position'])}`);
      expect(body['text']).toBe(ERASED);
    }
    while (filesWith(cluster.folder, WORDS).length > 0) await untilRead(1, `/v1/cases/${CASE}`);
  });
});
