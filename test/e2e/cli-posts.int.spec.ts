import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { readConfig } from '@duban/config';
import { openLog } from '@duban/installation';
import type { JsonObject } from '@duban/kernel';
import { goldenStreams } from '../replay/golden-files.ts';
import { dataFolder, type DataFolder } from './duban.ts';

jest.setTimeout(180_000);

const BASIS = ['--basis', '渝人常办〔2026〕1号'];
const JSON_OUT = ['--output', 'json'];

let data: DataFolder;

beforeEach(async () => {
  data = await dataFolder();
});
afterEach(() => data.remove());

const withLongTime = (data: JsonObject): JsonObject =>
  'expiresOn' in data ? { ...data, expiresOn: '2999-12-31' } : data;

const posts = async (...args: readonly string[]) => {
  const { code, out } = await data.duban(['posts', ...args, ...JSON_OUT]);
  return { code, said: JSON.parse(out) as Record<string, unknown> };
};

it('gives the first post on the machine, and takes it away', async () => {
  const guard = ['sa-1', 'security-admin@cq-ic'];
  expect(await posts('grant', ...guard, ...BASIS)).toEqual({ code: 0, said: { outcome: 'done' } });
  expect(await posts('grant', ...guard, ...BASIS)).toEqual({ code: 0, said: { outcome: 'already' } });
  expect((await posts('list')).said).toMatchObject({
    grants: [{ personId: 'person:sa-1', post: 'security-admin@cq-ic', until: null }],
  });
  expect((await posts('end', ...guard, ...BASIS)).said).toEqual({ outcome: 'done' });
});

it('says why a post is not given, and ends with the code of a refusal', async () => {
  const guard = ['sa-1', 'security-admin@cq-ic'];
  await posts('grant', ...guard, ...BASIS);
  const incompatible = await posts('grant', 'sa-1', 'deputy@cq-npc', ...BASIS);
  expect(incompatible).toMatchObject({ code: 3, said: { error: { code: 'post.incompatible' } } });
  const own = await posts('grant', 'me', 'auditor@cq-audit', ...BASIS, '--as', 'me');
  expect(own).toMatchObject({ code: 3, said: { error: { code: 'post.own' } } });
  expect((await data.duban(['posts', 'grant', 'sa-1', 'nobody@cq-ic', ...BASIS])).code).toBe(2);
});

it('proposes the posts in which people acted, and grants them once a document is named', async () => {
  const log = await openLog(readConfig(data.env));
  for (const { stream, events } of goldenStreams.filter(({ stream: name }) => name === 'case-g3'))
    for (const event of events) await log.store.append(stream, [event], 'any');
  await log.close();

  const proposed = (await posts('adopt')).said['posts'] as { outcome: string }[];
  expect(proposed.length).toBeGreaterThan(1);
  expect(new Set(proposed.map(({ outcome }) => outcome))).toEqual(new Set(['proposed']));
  expect((await posts('list')).said['grants']).toEqual([]);

  const { code, said } = await posts('adopt', ...BASIS);
  const adopted = said['posts'] as { outcome: string }[];
  expect([code, new Set(adopted.map(({ outcome }) => outcome))]).toEqual([0, new Set(['done'])]);
  expect((await posts('list')).said['grants']).toHaveLength(proposed.length);
  expect((await posts('adopt')).said['posts']).toEqual([]);
});

it('makes no log by a question', async () => {
  expect((await posts('list')).code).toBe(4);
  expect((await posts('adopt')).code).toBe(4);
});

it('lists what waits for a second person, and nothing else', async () => {
  const none = await data.duban(['proposals', ...JSON_OUT]);
  expect([none.code, JSON.parse(none.out)]).toMatchObject([4, { error: { code: 'log.not-there' } }]);
  const log = await openLog(readConfig(data.env));
  const proposed = goldenStreams.find(({ stream }) => stream === 'posts-proposed')?.events ?? [];
  for (const event of proposed.slice(0, -1))
    await log.store.append('posts-proposed', [{ ...event, data: withLongTime(event.data) }], 'any');
  await log.close();
  const { code, out } = await data.duban(['proposals', ...JSON_OUT]);
  expect([code, JSON.parse(out)]).toMatchObject([
    0,
    {
      items: [
        { stream: 'posts-proposed', proposalId: 'link-4', type: 'LinkProposed', proposedBy: 'person:sa-1' },
      ],
    },
  ]);
});
