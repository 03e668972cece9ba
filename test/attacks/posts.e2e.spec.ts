import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toldIdentity } from '../../apps/api/src/testing/told-identity.fixture.ts';
import { CASE_ID, openAttackScene, type AttackScene } from './attack-scene.ts';

const LEAD = 'organ-lead@cq-housing';
const CO = 'organ-co@cq-housing';
const OFFICE = 'supervision-office@cq-so';

let scene: AttackScene;
beforeAll(async () => {
  const identity = toldIdentity({ both: [LEAD, CO, 'organ-lead@cq-traffic-police'], none: [], so: [OFFICE] });
  scene = await openAttackScene({ identity });
  await scene.walkThrough('assign', 2);
});
afterAll(() => scene.close());

const path = `/v1/cases/${CASE_ID}`;
const as = (post: string) => ({ headers: { 'duban-post': post } });

const receipt = (key: string, post: string) => ({
  method: 'POST',
  headers: { 'duban-post': post, 'idempotency-key': key },
  body: { data: { itemId: 'i1', assignmentId: 'a2', handler: 'person:x' } },
});

describe('who holds several posts', () => {
  it('learns of them all without naming one', async () => {
    const { status, body } = await scene.http.ask('both', '/v1/me');
    expect([status, body['id']]).toEqual([200, 'person:demo-both']);
    expect((body['posts'] as { post: string }[]).map(({ post }) => post)).toEqual([
      LEAD,
      CO,
      'organ-lead@cq-traffic-police',
    ]);
  });

  it('never acts by chance in one of them', async () => {
    const { body } = await scene.refusesRequest('both', path, {}, 'post.unnamed');
    expect(body['details']).toEqual({ posts: [LEAD, CO, 'organ-lead@cq-traffic-police'] });
    await scene.refusesRequest(
      'both',
      `${path}/commands/acknowledge-receipt`,
      { method: 'POST', body: { data: {} } },
      'post.unnamed',
    );
  });

  it('sees in each of them what belongs to it', async () => {
    expect((await scene.http.ask('both', path, as(LEAD))).status).toBe(200);
    await scene.refusesRequest('both', path, as('organ-lead@cq-traffic-police'), 'case.unknown');
  });

  it('may name it in the address, where no header can be sent, and one only', async () => {
    expect((await scene.http.ask('both', `${path}?post=${LEAD}`)).status).toBe(200);
    await scene.refusesRequest('both', `${path}?post=${LEAD}`, as(CO), 'post.two-named');
    await scene.refusesRequest('both', `${path}?post=${LEAD}&post=${CO}`, {}, 'post.malformed');
  });

  it('stands in the event with the post that was named, and repeats it in no other', async () => {
    const command = `${path}/commands/acknowledge-receipt`;
    const first = await scene.http.ask('both', command, receipt('receipt-1', LEAD));
    expect(first.status).toBe(200);
    const again = await scene.http.ask('both', command, receipt('receipt-1', LEAD));
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([200, 'true']);
    await scene.refusesRequest('both', command, receipt('receipt-1', CO), 'idempotency-key-reuse');
    const [written] = await scene.http.office.store.findCommand(`case-${CASE_ID}`, 'receipt-1');
    expect(written?.metadata.actor).toEqual({
      id: 'person:demo-both',
      role: 'organ-lead',
      organ: 'cq-housing',
    });
  });

  it('gets an ETag for each post, and no answer of one is taken for that of another', async () => {
    const one = await scene.http.ask('both', path, as(LEAD));
    const etag = one.headers.get('etag') ?? '';
    const other = await scene.http.ask('both', path, as(CO));
    expect(other.headers.get('etag')).not.toBe(etag);
    expect(one.headers.get('vary')).toContain('Duban-Post');
    const known = { 'if-none-match': etag };
    expect((await scene.http.ask('both', path, { headers: { ...known, 'duban-post': LEAD } })).status).toBe(
      304,
    );
    expect((await scene.http.ask('both', path, { headers: { ...known, 'duban-post': CO } })).status).toBe(
      200,
    );
  });
});

describe('a post that is named', () => {
  it('must be held, and the refusal names those that are', async () => {
    const { body } = await scene.refusesRequest('both', path, as(OFFICE), 'post.not-held');
    expect(body['details']).toEqual({ posts: [LEAD, CO, 'organ-lead@cq-traffic-police'] });
    await scene.refusesRequest('so', path, as(LEAD), 'post.not-held');
    expect((await scene.http.ask('so', path, as(OFFICE))).status).toBe(200);
  });

  it.each(['organ-lead', '@cq-so', 'system@duban', 'organ-lead@', 'a@b@c', 'organ-lead@%zz'])(
    'must be one: %s',
    async (post) => {
      await scene.refusesRequest('so', path, as(post), 'post.malformed');
    },
  );
});

describe('who holds no post', () => {
  it('gets in nowhere, and is told whom to ask', async () => {
    await scene.refusesRequest('none', path, {}, 'post.none');
    await scene.refusesRequest('none', '/v1/organs', as(LEAD), 'post.none');
    expect((await scene.http.ask('none', '/v1/me')).body['posts']).toEqual([]);
  });
});
