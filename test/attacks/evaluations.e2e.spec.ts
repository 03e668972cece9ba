import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { walk } from '../../apps/api/src/testing/walk.fixture.ts';
import { CASE_ID, openAttackScene, type AttackScene } from './attack-scene.ts';

let scene: AttackScene;
beforeAll(async () => {
  scene = await openAttackScene();
  await scene.walkThrough('accept-for-evaluation');
  scene.moveTo('2025-07-25T10:00:00+08:00');
});
afterAll(() => scene.close());

const items = { coversItemIds: ['i1'] };
const failed = walk.find(({ command }) => command === 'record-vote')?.data ?? {};
const voting = (data: object) => ({ by: 'so', command: 'record-vote', data });

const appraisal = (scoreOutOf100: number, grade: string) => ({
  by: 'wb',
  command: 'record-appraisal',
  data: {
    ...items,
    appraisalNo: `P-${String(scoreOutOf100)}-${grade}`,
    panel: ['person:demo-deputy'],
    dimensions: [{ name: '成效', scoreOutOf100 }],
    grade,
  },
});

const wave = (more: object) => ({
  by: 'so',
  command: 'record-survey-wave',
  data: {
    ...{ ...items, surveyId: 's1', waveId: 'w1', instrument: 'phone', population: '居民', frame: '住户' },
    ...{ planned: 1000, issued: 900, valid: 800, contractor: 'institute' },
    counts: { verySatisfied: 200, satisfied: 100, basic: 100, dissatisfied: 200, veryDissatisfied: 200 },
    ...{ weightScheme: null, weightedRatePerMille: null, marginPerMille: 35 },
    datasetHash: `sha256:${'0a'.repeat(32)}`,
    ...more,
  },
});

describe('what an evaluation says', () => {
  it('of a survey is what its counts say', async () => {
    for (const more of [{ weightedRatePerMille: 900 }, { valid: 801 }, { issued: 1001 }])
      await scene.refuses(wave(more), 'survey.counts-wrong');
    await scene.takes(wave({ waveId: 'w2', weightScheme: '分区加权', weightedRatePerMille: 520 }));
  });

  it('of an appraisal is what its scores say', async () => {
    await scene.refuses(appraisal(10, 'satisfied'), 'appraisal.grade-wrong');
    await scene.takes(appraisal(85, 'satisfied'));
  });

  it('of a failed vote stands: no second vote, no way out before it is concluded', async () => {
    await scene.takes(voting(failed));
    const better = { ...failed, voteId: 'V9', counts: { satisfied: 55, basic: 0, dissatisfied: 0 } };
    await scene.refuses(voting(better), 'vote.already-held');
    await scene.refuses(voting({ ...better, question: '再问一次' }), 'vote.already-held');
    const pending = 'evaluation.failure-pending';
    const withdraw = { itemId: 'i1', reason: '情况变化', consentDocs: [] };
    await scene.refuses({ by: 'so', command: 'withdraw', data: withdraw }, pending);
    const reassign = {
      ...{ itemId: 'i1', endedAssignmentId: 'a2', clockRule: 'restart', reason: '调整' },
      assignment: { id: 'a9', organ: 'cq-civil-affairs', role: 'lead', scopeText: '全部' },
    };
    await scene.refuses({ by: 'so', command: 'reassign', data: reassign }, pending);
    const visit = {
      ...{ inspectionId: 'N9', date: '2025-07-25', place: '现场', participants: ['person:demo-wb'] },
      findings: [{ itemId: 'i1', verdict: 'verified', note: '' }],
    };
    await scene.refuses({ by: 'wb', command: 'record-inspection', data: visit }, pending);
    await scene.refuses(voting({ ...better, repeatGround: '。' }), 'text.blank');
    await scene.takes({ by: 'wb', command: 'conclude', data: { itemIds: ['i1'] } });
    await scene.takes({ by: 'so', command: 'withdraw', data: withdraw });
  });
});

describe('a vote after a failed one', () => {
  let next: AttackScene;
  beforeAll(async () => {
    next = await openAttackScene();
    await next.walkThrough('conclude');
  });
  afterAll(() => next.close());

  it('is held in the cycle that the conclusion began; the failure is counted in the event', async () => {
    const { events } = await next.http.office.store.readStream(`case-${CASE_ID}`, { limit: 500 });
    const conclusion = events.find(({ type }) => type === 'EvaluationConcluded');
    expect(conclusion?.data).toMatchObject({ outcome: 'dissatisfied', failures: 1 });
    await next.walkThrough('record-vote', 2);
  });
});
