import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { leastOf, longestHold } from '../setup/thread-time.ts';
import { openAttackScene, type AttackScene } from './attack-scene.ts';

let scene: AttackScene;
beforeAll(async () => {
  scene = await openAttackScene();
  await scene.walkThrough('register-item');
});
afterAll(() => scene.close());

const path = '/v1/cases/DB-2025-004/commands/approve-list';
const fields = (count: number): object =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${String(n)}`, 1]));
const ids = (count: number): readonly string[] => Array.from({ length: count }, (_, n) => `i${String(n)}`);
const list = { listNo: 'L1', itemIds: ['i1'], approvedBy: 'cq-cc', meetingNo: '第三次' };

/** Built before it is sent, so that building it is not measured. */
const bodyOf = (body: object): { method: 'POST'; body: string } => ({
  method: 'POST',
  body: JSON.stringify(body),
});

/** Before, one such request took seconds. */
const MOST_MS = 500;
const TRIES = 3;

describe('one request', () => {
  it.each([
    ['60,000 unknown fields of its data', { data: { ...list, ...fields(60_000) } }],
    ['60,000 unknown fields of its envelope', { data: list, ...fields(60_000) }],
    ['60,000 fields of its basis', { data: list, basis: fields(60_000) }],
    ['a list of 100,000', { data: { ...list, itemIds: ids(100_000) } }],
  ])('with %s keeps nobody waiting and is refused', async (_, body) => {
    const ask = bodyOf(body);
    const held = await leastOf(TRIES, () =>
      longestHold(() => scene.refusesRequest('cc', path, ask, 'request.too-many-values')),
    );
    expect(held).toBeLessThan(MOST_MS);
  });

  it('with 900 entries that are all wrong is told of twenty', async () => {
    const entries = Array.from({ length: 900 }, () => fields(10));
    const ask = bodyOf({ data: { ...list, itemIds: entries } });
    const answers: Awaited<ReturnType<AttackScene['refusesRequest']>>[] = [];
    const held = await leastOf(TRIES, () =>
      longestHold(async () => {
        answers.push(await scene.refusesRequest('cc', path, ask, 'schema.type'));
      }),
    );
    expect(held).toBeLessThan(MOST_MS);
    expect(answers[0]?.body).toMatchObject({ moreErrors: 880 });
    expect(answers[0]?.body['errors']).toHaveLength(20);
  });

  it('with a text longer than any office writes is refused with its place', async () => {
    const ask = bodyOf({ data: { ...list, listNo: 'x'.repeat(201) } });
    const answer = await scene.refusesRequest('cc', path, ask, 'schema.maxLength');
    expect(answer.body['errors']).toMatchObject([{ pointer: '/data/listNo' }]);
  });

  it('that an office would send is taken', async () => {
    await scene.takes({ by: 'cc', command: 'approve-list', data: list });
  });
});
