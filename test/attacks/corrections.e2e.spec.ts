import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cqDefault1 } from '@duban/domain';
import { CASE_ID, openAttackScene, PAPER, type AttackScene, type Attempt } from './attack-scene.ts';

let scene: AttackScene;
const facts = new Map<string, string>();

type Change = readonly [type: string, field: string, old: unknown, next: unknown];

const correcting = (by: string, [type, field, old, next]: Change): Attempt => {
  const targetEventId = facts.get(type) ?? `no ${type}`;
  const data = { targetEventId, field, old, new: next, reason: '笔误', approver: 'person:demo-cc' };
  return { by, command: 'correct-event', data };
};

type Values = readonly { readonly field: string; readonly old: unknown; readonly new: unknown }[];

const proposing = (by: string, changes: Values): Attempt => ({
  by,
  command: 'propose-correction',
  data: { targetEventId: facts.get('VoteRecorded'), changes, reason: '与计票单不符' },
});

const confirming = (by: string, n: number): Attempt => ({
  by,
  command: 'confirm-correction',
  data: { proposalId: `correction-${n}` },
});

/** The signed sheet, filed by the office; answers its digest. */
const filedSheet = async (): Promise<string> => {
  const answer = await fetch(`${scene.http.address}/v1/cases/${CASE_ID}/attachments`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${scene.http.token('so')}`,
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('计票单.pdf')}`,
    },
    body: '%PDF-1.7\n满意40 基本满意7 不满意8\n%%EOF\n',
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { sha256: string }).sha256;
};

/** What waits for a second person, as this persona is told. */
const waitingFor = async (by: string): Promise<unknown> => {
  const after = await scene.http.office.store.head();
  return (await scene.http.ask(by, `/v1/proposals?after=${after}`)).body['items'];
};

/** The security administrator says whether two logins are one person. */
const linking = async (command: 'link-persons' | 'part-persons'): Promise<void> => {
  const { status, body } = await scene.http.ask('secadmin', `/v1/posts/commands/${command}`, {
    method: 'POST',
    body: { data: { personId: 'person:demo-so', otherId: 'person:demo-housing' }, basis: PAPER },
  });
  expect([status, body['reason']]).toEqual([200, undefined]);
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

  it('of what people decided on takes two persons: an organ proposes, and the office confirms for one with one account', async () => {
    const targetEventId = facts.get('PlanFiled');
    const { events } = await scene.http.office.store.readStream(`case-${CASE_ID}`, { limit: 500 });
    const filed = events.find(({ id }) => id === targetEventId)?.data as {
      measures: { milestoneDate: string }[];
    };
    const old = filed.measures[0]?.milestoneDate;
    const changes = [{ field: '/measures/0/milestoneDate', old, new: '2025-06-20' }];
    const data = { targetEventId, changes, reason: '笔误' };
    await scene.refuses({ by: 'so', command: 'propose-correction', data }, 'case.not-the-author');
    await scene.takes({ by: 'housing', command: 'propose-correction', data });
    const waiting = {
      ...{ act: 'correction', proposalId: 'correction-1', caseId: CASE_ID, targetEventId },
      proposedBy: { id: 'person:demo-housing', role: 'organ-lead', organ: 'cq-housing' },
    };
    expect(await waitingFor('so')).toMatchObject([{ ...waiting, own: false }]);
    expect(await waitingFor('housing')).toMatchObject([{ ...waiting, own: true }]);
    for (const by of ['emergency', 'wb', 'cc', 'deputy', 'secadmin'])
      expect(await waitingFor(by)).toEqual([]);
    await scene.refuses(confirming('housing', 1), 'proposal.own');
    await linking('link-persons');
    await scene.refuses(confirming('so', 1), 'proposal.own');
    await linking('part-persons');
    for (const by of ['emergency', 'wb', 'cc', 'deputy']) {
      await scene.refuses(confirming(by, 1), 'proposal.not-yours');
    }
    await scene.takes(confirming('so', 1));
    expect(await waitingFor('so')).toEqual([]);
    await scene.refuses(confirming('so', 9), 'proposal.unknown');
  });

  it('of a vote is held against its signed sheet, adds up, and is confirmed by nobody who proposed it', async () => {
    const counted = [
      { field: '/counts/satisfied', old: 22, new: 40 },
      { field: '/counts/dissatisfied', old: 26, new: 8 },
    ];
    await scene.refuses(proposing('so', counted), 'correction.sheet-missing');
    const sheet = { field: '/signedTallyHash', old: `sha256:${'bb'.repeat(32)}`, new: await filedSheet() };
    await scene.refuses(proposing('so', [sheet, ...counted.slice(1)]), 'vote.counts-wrong');
    await scene.refuses(proposing('housing', [sheet, ...counted]), 'case.not-the-author');
    await scene.takes(proposing('so', [sheet, ...counted]));
    await scene.refuses(proposing('so', [sheet]), 'proposal.waiting');
    await scene.refuses(confirming('so', 2), 'proposal.own');
    await scene.refuses(confirming('cc', 2), 'proposal.not-yours');
  });

  it('is confirmed by one person where the rules of a small office list it; its conclusion is then contested', async () => {
    const rules = { ...cqDefault1, version: 2, confirmedByOne: ['correction'] };
    const published = await scene.http.ask('so', '/v1/rule-sets', {
      method: 'POST',
      body: { data: { rules, effectiveFrom: '2025-09-23' } },
    });
    expect([published.status, published.body]).toEqual([200, expect.anything()]);
    const { body } = await scene.takes(confirming('so', 2));
    expect(body['events']).toMatchObject([{ type: 'CorrectionConfirmed' }, { type: 'ConclusionContested' }]);
    const decision = { itemId: 'i1', stands: true, reason: '第二轮已重新评价' };
    const deciding = (by: string, data: object = decision): Attempt => ({
      by,
      command: 'decide-contested-conclusion',
      ...{ data, basis: PAPER },
    });
    await scene.refuses(deciding('cc'), 'contest.other-body');
    await scene.refuses(deciding('housing'), 'forbidden');
    await scene.refuses(deciding('wb', { ...decision, stands: false }), 'contest.cycle-under-way');
    await scene.takes(deciding('wb'));
    await scene.refuses(deciding('wb', { ...decision, reason: '再议' }), 'contest.none');
  });

  it('of an archived case takes a decision of the body concerned, and is refused to one hand, its author’s included', async () => {
    await scene.walkThrough('record-look-back', 2);
    await scene.takes({ by: 'so', command: 'close-case', data: {} });
    const archive = { archiveNo: '督档〔2026〕1号', retention: 'permanent' };
    await scene.takes({ by: 'so', command: 'archive-case', data: archive });
    const again: Change = ['ItemRegistered', '/title', '物业费公示', '另一标题'];
    await scene.refuses(correcting('so', again), 'case.archived');
    await scene.refuses(correcting('housing', again), 'case.not-the-author');
    await scene.refuses(correcting('housing', votes), 'case.not-the-author');
    const changes = [{ field: '/title', old: '物业费公示', new: '另一标题' }];
    const data = { targetEventId: facts.get('ItemRegistered'), changes, reason: '笔误' };
    await scene.refuses({ by: 'so', command: 'propose-correction', data }, 'correction.decision-missing');
    const decision = { body: '主任会议', documentNo: '市人常办〔2026〕3号', decidedOn: '2026-01-04' };
    await scene.takes({ by: 'so', command: 'propose-correction', data: { ...data, decision } });
  });
});
