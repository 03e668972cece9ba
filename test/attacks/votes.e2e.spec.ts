import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { walk } from '../../apps/api/src/testing/walk.fixture.ts';
import { CASE_ID, openAttackScene, PAPER, type AttackScene, type Attempt } from './attack-scene.ts';

let scene: AttackScene;
beforeAll(async () => {
  scene = await openAttackScene();
  await scene.walkThrough('accept-for-evaluation');
  scene.moveTo('2025-07-25T10:00:00+08:00');
});
afterAll(() => scene.close());

const failing = walk.find(({ command }) => command === 'record-vote')?.data ?? {};
const better = {
  ...{ ...failing, voteId: 'V9' },
  ...{ valid: 56, invalid: 0, counts: { satisfied: 50, basic: 3, dissatisfied: 3 } },
};
const decision = { body: 'cq-npcsc', form: 'meeting', on: '2025-07-25', meeting: 'sc-19' };
const voting = (data: object, more: Partial<Attempt> = {}): Attempt => ({
  ...{ by: 'so', command: 'record-vote', data },
  ...more,
});

const keep = async (path: string, data: object): Promise<void> => {
  const body = { data, basis: PAPER };
  expect((await scene.http.ask('so', `/v1/${path}`, { method: 'POST', body })).status).toBe(200);
};

const stored = async (): Promise<readonly { readonly type: string; readonly data: unknown }[]> =>
  (await scene.http.office.store.readStream(`case-${CASE_ID}`, { limit: 500 })).events;

const { coversItemIds: _handling, ...onReport } = failing as { coversItemIds?: unknown };
const reporting = (data: object, by = 'so'): Attempt => ({ by, command: 'record-report-vote', data });

describe('a vote on the report', () => {
  it('is no vote on the handling: it covers no item and fails none', async () => {
    await scene.refuses(reporting({ ...onReport, coversItemIds: ['i1'] }), 'schema.additionalProperties');
    await scene.refuses(reporting(onReport, 'wb'), 'forbidden');
    await scene.takes(reporting({ ...onReport, voteId: 'R1' }));
    await scene.refuses(
      { by: 'wb', command: 'conclude', data: { itemIds: ['i1'] } },
      'conclusion.instrument-missing',
    );
  });

  it('is held once for its question and meeting, or again for a ground', async () => {
    await scene.refuses(reporting({ ...onReport, voteId: 'R2' }), 'vote.already-held');
    await scene.takes(reporting({ ...onReport, voteId: 'R2', repeatGround: '表决终端故障' }));
    await scene.refuses(
      reporting({ ...onReport, voteId: 'R3', meetingNo: 'M-9', repeatGround: '再问' }),
      'vote.nothing-repeated',
    );
  });
});

describe('a vote on the handling', () => {
  it('has the figures of its registered meeting', async () => {
    await keep('bodies/cq-npcsc/commands/register-body', {
      ...{ kind: 'standing-committee', since: '2023-01-20', serving: 61, quota: 65, keptBy: ['cq-so'] },
    });
    await keep('meetings/sc-19/commands/record-meeting', {
      ...{ body: 'cq-npcsc', session: '六届', number: 19, heldOn: '2025-07-25', present: 56 },
    });
    await scene.refuses(voting(failing), 'decision.missing');
    for (const wrong of [{ eligible: 60 }, { present: 57 }])
      await scene.refuses(voting({ ...failing, ...wrong }, { decision }), 'vote.other-than-meeting');
    await scene.takes(voting(failing, { decision }));
  });

  it('is not held again without saying why; held again, both stay', async () => {
    await scene.refuses(voting(better, { decision }), 'vote.already-held');
    await scene.takes(voting({ ...better, repeatGround: '计票器故障，十二票未计入' }, { decision }));
    const votes = (await stored())
      .filter(({ type }) => ['VoteRecorded', 'VoteRepeated'].includes(type))
      .slice(-3);
    expect(votes.map(({ type, data }) => [type, (data as { voteId: string }).voteId])).toEqual([
      ['VoteRecorded', 'V1'],
      ['VoteRepeated', 'V9'],
      ['VoteRecorded', 'V9'],
    ]);
  });
});
