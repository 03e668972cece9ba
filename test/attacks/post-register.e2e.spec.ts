import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM_ACTOR } from '@duban/application';
import type { PostCommand } from '@duban/domain';
import {
  openHttpOffice,
  type Answer,
  type HttpOffice,
} from '../../apps/api/src/testing/http-office.fixture.ts';

let http: HttpOffice;
let now = Date.parse('2026-06-01T09:00:00+08:00');
const PAPER = { documentNo: '渝人常办〔2026〕1号' };
const A_SECOND = 1_100;

const granted = (person: string, role: string, organ: string) => ({
  personId: `person:demo-${person}`,
  role,
  organ,
  from: '2026-06-01',
  until: null,
});

/** As the command line on the machine does it: the first post of all. */
const first = async (command: PostCommand): Promise<void> => {
  const { posts } = http.office.references;
  const outcome = await posts({ ...command, commandId: 'first', actor: SYSTEM_ACTOR, basis: PAPER });
  expect(outcome.outcome).toBe('accepted');
};

const keep = (by: string, name: string, data: object, basis: object = PAPER): Promise<Answer> =>
  http.ask(by, `/v1/posts/commands/${name}`, { method: 'POST', body: { data, basis } });

/** What was written is in force within a second, whoever wrote it. */
const inForce = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, A_SECOND);
  });

beforeAll(async () => {
  http = await openHttpOffice({ clock: { now: () => now } }, { DUBAN_POSTS: 'register' });
  const data = granted('secadmin', 'security-admin', 'cq-information-centre');
  await first({ type: 'GrantPost', data: { ...data, role: 'security-admin' } as const });
  await inForce();
});
afterAll(() => http.close());

describe('where posts are kept in the register', () => {
  it('what a token claims opens nothing', async () => {
    const { status, body } = await http.ask('so', '/v1/organs');
    expect([status, body['code']]).toEqual([403, 'post.none']);
    expect((await http.ask('so', '/v1/me')).body['posts']).toEqual([]);
  });

  it('the security administrator grants one, which opens what it opens, and takes it away', async () => {
    expect((await keep('secadmin', 'grant-post', granted('so', 'supervision-office', 'cq-so'))).status).toBe(
      200,
    );
    await inForce();
    expect((await http.ask('so', '/v1/organs')).status).toBe(200);
    const { body } = await http.ask('so', '/v1/me');
    expect(body['posts']).toEqual([
      { post: 'supervision-office@cq-so', role: 'supervision-office', organ: 'cq-so', until: null },
    ]);
    const { from: _from, until: _until, ...post } = granted('so', 'supervision-office', 'cq-so');
    expect((await keep('secadmin', 'end-post', { ...post, lastDay: '2026-05-31' })).status).toBe(200);
    await inForce();
    expect((await http.ask('so', '/v1/organs')).body['code']).toBe('post.none');
  });

  it('nobody else keeps them, and nobody their own', async () => {
    await keep('secadmin', 'grant-post', granted('gov', 'government-office', 'cq-government'));
    await inForce();
    const mine = granted('gov', 'organ-lead', 'cq-housing');
    expect((await keep('gov', 'grant-post', mine)).body['code']).toBe('forbidden');
    const own = granted('secadmin', 'audit-admin', 'cq-information-centre');
    expect((await keep('secadmin', 'grant-post', own)).body['reason']).toBe('post.own');
  });

  it('a grant needs a paper, and posts that go together', async () => {
    const council = granted('gov', 'chairpersons-council', 'cq-cc');
    expect((await keep('secadmin', 'grant-post', council, {})).body['reason']).toBe('post.without-basis');
    const { body } = await keep('secadmin', 'grant-post', council);
    expect([body['reason'], body['details']]).toEqual([
      'post.incompatible',
      { one: 'government-office', other: 'chairpersons-council' },
    ]);
    expect(
      (await keep('secadmin', 'grant-post', granted('cc', 'chairpersons-council', 'cq-cc'))).status,
    ).toBe(200);
  });

  it('one ends at midnight of its last day', async () => {
    const until = '2026-06-01';
    await keep('secadmin', 'grant-post', { ...granted('wb', 'working-body', 'cq-urban-committee'), until });
    await inForce();
    expect((await http.ask('wb', '/v1/organs')).status).toBe(200);
    now = Date.parse('2026-06-02T00:00:00+08:00');
    expect((await http.ask('wb', '/v1/organs')).body['code']).toBe('post.none');
  });

  it('who keeps or audits them sees who holds what, and nobody else', async () => {
    const { status, body } = await http.ask('secadmin', '/v1/posts');
    expect([status, body['source'], (body['grants'] as object[])[0]]).toEqual([
      200,
      'register',
      {
        personId: 'person:demo-secadmin',
        post: 'security-admin@cq-information-centre',
        role: 'security-admin',
        organ: 'cq-information-centre',
        ...{ from: '2026-06-01', until: null },
      },
    ]);
    expect((await http.ask('gov', '/v1/posts')).status).toBe(403);
  });

  it('where there are two administrators neither grants alone, and the other one confirms', async () => {
    const second = granted('sysadmin', 'security-admin', 'cq-information-centre');
    expect((await keep('secadmin', 'grant-post', { ...second, from: '2026-06-02' })).status).toBe(200);
    await inForce();
    const wanted = { ...granted('deputy', 'deputy', 'cq-npc'), from: '2026-06-02' };
    expect((await keep('secadmin', 'grant-post', wanted)).body['reason']).toBe('post.needs-second');
    expect((await keep('secadmin', 'propose-grant', wanted)).status).toBe(200);
    await inForce();
    const { body } = await http.ask('secadmin', '/v1/posts');
    const [waiting] = body['proposals'] as readonly { readonly proposalId: string }[];
    expect(waiting).toMatchObject({
      ...{ act: 'grant', status: 'waiting', proposedBy: 'person:demo-secadmin', expiresOn: '2026-07-02' },
      ...{ personId: 'person:demo-deputy', post: 'deputy@cq-npc' },
    });
    const waitingFor = async (by: string) => {
      const after = await http.office.store.head();
      return (await http.ask(by, `/v1/proposals?after=${after}`)).body['items'];
    };
    const told = { act: 'grant', personId: 'person:demo-deputy', post: 'deputy@cq-npc' };
    expect(await waitingFor('sysadmin')).toMatchObject([{ ...told, own: false, expiresOn: '2026-07-02' }]);
    expect(await waitingFor('secadmin')).toMatchObject([{ ...told, own: true }]);
    const named = { proposalId: waiting?.proposalId };
    expect((await keep('secadmin', 'confirm-grant', named, {})).body['reason']).toBe('proposal.own');
    expect((await http.ask('deputy', '/v1/me')).body['posts']).toEqual([]);
    expect((await keep('sysadmin', 'confirm-grant', named, {})).status).toBe(200);
    await inForce();
    expect((await http.ask('deputy', '/v1/me')).body['posts']).toHaveLength(1);
  });
});
