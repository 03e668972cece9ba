import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CASE_ID, openAttackScene, type AttackScene, type Attempt } from './attack-scene.ts';

let scene: AttackScene;
const facts = new Map<string, string>();

type Change = readonly [type: string, field: string, old: unknown, next: unknown];

const correcting = (by: string, [type, field, old, next]: Change): Attempt => {
  const targetEventId = facts.get(type) ?? `no ${type}`;
  const data = { targetEventId, field, old, new: next, reason: '笔误', approver: 'person:demo-cc' };
  return { by, command: 'correct-event', data };
};

const title: Change = ['ItemRegistered', '/title', '物业费公示不到位', '物业费公示'];
const blockers: Change = ['ProgressReported', '/blockers', '', '雨季停工'];
const votes: Change = ['VoteRecorded', '/counts/satisfied', 22, 40];

beforeAll(async () => {
  scene = await openAttackScene();
  await scene.walkThrough('close-item');
  const { events } = await scene.http.office.store.readStream(`case-${CASE_ID}`, { limit: 500 });
  for (const { type, id } of events) if (!facts.has(type)) facts.set(type, id);
});
afterAll(() => scene.close());

describe('a correction over HTTP', () => {
  it('of the office’s text is refused to organs, deputies, committee and Council', async () => {
    for (const by of ['housing', 'emergency', 'deputy', 'wb', 'cc', 'go']) {
      await scene.refuses(correcting(by, title), 'case.not-the-author');
    }
    for (const by of ['gov', 'auditor', 'analyst']) await scene.refuses(correcting(by, title), 'forbidden');
  });

  it('of an organ’s report is refused to the office that supervises it', () =>
    scene.refuses(correcting('so', blockers), 'case.not-the-author').then(({ status }) => {
      expect(status).toBe(409);
    }));

  it('of a vote is refused to a supervised organ, and of its counts, date and question to the office itself', async () => {
    await scene.refuses(correcting('housing', votes), 'case.not-the-author');
    for (const change of [
      votes,
      ['VoteRecorded', '/votedOn', '2025-07-25', '2025-07-24'],
      ['VoteRecorded', '/question', '对整改情况是否满意', '是否满意'],
      ['VoteRecorded', '/eligible', 61, 40],
    ] satisfies readonly Change[]) {
      await scene.refuses(correcting('so', change), 'case.field-material');
    }
  });

  it('by its author is taken: the office’s spelling, the bureau’s own report', async () => {
    await scene.takes(correcting('so', title));
    await scene.takes(correcting('housing', blockers));
  });

  it('of an archived case is refused to everybody, its author included', async () => {
    await scene.walkThrough('record-look-back', 2);
    await scene.takes({ by: 'so', command: 'close-case', data: {} });
    const archive = { archiveNo: '督档〔2026〕1号', retention: 'permanent' };
    await scene.takes({ by: 'so', command: 'archive-case', data: archive });
    const again: Change = ['ItemRegistered', '/title', '物业费公示', '另一标题'];
    await scene.refuses(correcting('so', again), 'case.archived');
    await scene.refuses(correcting('housing', again), 'case.not-the-author');
    await scene.refuses(correcting('housing', votes), 'case.not-the-author');
  });
});
