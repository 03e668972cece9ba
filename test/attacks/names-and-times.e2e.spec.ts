import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CASE_ID, openAttackScene, PAPER, type AttackScene, type Attempt } from './attack-scene.ts';

let scene: AttackScene;
beforeAll(async () => {
  scene = await openAttackScene();
  await scene.walkThrough('file-plan');
  scene.moveTo('2025-03-31T10:00:00+08:00');
});
afterAll(() => scene.close());

const progress = {
  ...{ itemId: 'i1', assignmentId: 'a2', periodEnd: '2025-03-30', percent: 60 },
  milestoneStates: [{ measureId: 'm1', state: 'on-track' }],
  ...{ blockers: '', evidence: [] },
};
const suspend = { itemId: 'i1', ground: 'superior-approval', reviewDate: '2025-12-31' };
const withdraw = { itemId: 'i1', reason: '撤回', consentDocs: [] };
const report: Attempt = { by: 'housing', command: 'report-progress', data: progress };
const linking = (target: string): Attempt => ({
  by: 'so',
  command: 'link-case',
  data: { kind: 'repeats', target },
});

describe('in another’s name over HTTP', () => {
  it.each<readonly [by: string, command: string, data: object, onBehalfOf: string]>([
    ['cc', 'suspend', suspend, 'standing-committee'],
    ['cc', 'suspend', suspend, 'chairpersons-council'],
    ['so', 'withdraw', withdraw, 'cq-urban-committee'],
    ['deputy', 'withdraw', withdraw, 'person:demo-deputy-2'],
    ['wb', 'decide-extension', { itemId: 'i1', grant: true, reason: '同意' }, 'chairpersons-council'],
    ['housing', 'report-progress', progress, 'cq-government'],
  ])('%s sends no %s, with or without a paper', async (by, command, data, onBehalfOf) => {
    await scene.refuses({ by, command, data, onBehalfOf }, 'mandate.none');
    await scene.refuses({ by, command, data, onBehalfOf, basis: PAPER }, 'mandate.none');
  });

  it('a deputy evaluates no reply as another deputy', async () => {
    const data = {
      ...{ itemId: 'i1', replyNo: 'Y1', round: 1, evaluator: 'person:demo-deputy-2', organ: 'cq-housing' },
      dimensions: [
        { dimension: 'attitude', grade: 'satisfied' },
        { dimension: 'result', grade: 'satisfied' },
      ],
      reasons: null,
    };
    const attempt = { by: 'deputy', command: 'evaluate-reply', data, onBehalfOf: 'person:demo-deputy-2' };
    await scene.refuses(attempt, 'mandate.none');
  });

  it('the Council decides in its own post and names the paper or the meeting', async () => {
    const attempt = { by: 'cc', command: 'suspend', data: suspend };
    await scene.refuses(attempt, 'basis.missing');
    await scene.refuses({ ...attempt, basis: { article: '监督法第十七条' } }, 'basis.missing');
    await scene.takes({ ...attempt, basis: { meeting: '主任会议第32次' } });
    await scene.takes({ by: 'cc', command: 'resume', data: { itemId: 'i1' }, basis: PAPER });
  });
});

describe('a stated time over HTTP', () => {
  it('is refused to organs, the government and deputies, with or without a paper', async () => {
    const occurredAt = '2025-03-29T10:00:00+08:00';
    const draft = { documentHash: `sha256:${'d'.repeat(64)}`, itemIds: ['i1'] };
    for (const attempt of [
      report,
      { by: 'gov', command: 'submit-draft-result', data: draft },
      { by: 'deputy', command: 'withdraw', data: withdraw },
    ]) {
      await scene.refuses({ ...attempt, occurredAt }, 'command.time-not-yours');
      await scene.refuses({ ...attempt, occurredAt, basis: PAPER }, 'command.time-not-yours');
    }
  });

  it('lets no extension be asked for before its deadline passed, nor an item be returned within its window', async () => {
    scene.moveTo('2025-06-20T10:00:00+08:00');
    const extension = { itemId: 'i1', requestedDue: '2025-08-12', reason: '工作量大' };
    const asking = { by: 'housing', command: 'request-extension', data: extension };
    await scene.refuses(asking, 'extension.after-deadline');
    await scene.refuses({ ...asking, occurredAt: '2025-06-01T09:00:00+08:00' }, 'command.time-not-yours');
    scene.moveTo('2025-03-31T10:00:00+08:00');
    await scene.takes(report);
  });

  it('of the Congress’s side needs a document of that day and lies at most thirty days back', async () => {
    const attempt = linking('case-1');
    const earlier = { ...attempt, occurredAt: '2025-03-28T10:00:00+08:00' };
    await scene.refuses(earlier, 'command.time-without-document');
    await scene.refuses({ ...earlier, basis: { meeting: 'M-1' } }, 'command.time-without-document');
    const older = { ...attempt, occurredAt: '2025-02-28T10:00:00+08:00', basis: PAPER };
    await scene.refuses(older, 'command.too-far-back');
    await scene.takes({ ...earlier, basis: PAPER });
  });

  it.each([
    ['2025-03-31T10:00:00.000000001+08:00', 'command.in-future'],
    ['2025-03-31T02:00:00.0001Z', 'command.in-future'],
    ['2100-01-01T00:00:00Z', 'command.in-future'],
    ['1950-01-01T00:00:00Z', 'command.too-far-back'],
    ['1949-09-30T15:59:59.999999999Z', 'fact-instant'],
    ['0000-01-01T00:00:00Z', 'fact-instant'],
    ['0001-01-01T00:00:00Z', 'fact-instant'],
    ['9999-12-31T23:59:59.9999999Z', 'fact-instant'],
    ['+010000-01-01T00:00:00Z', 'fact-instant'],
  ])('is compared as an instant, whoever states it: %s', async (occurredAt, code) => {
    const expected = code === 'fact-instant' ? 'validation-failed' : code;
    await scene.refuses({ ...linking('case-2'), occurredAt, basis: PAPER }, expected);
  });

  it('is held to the same on calendars and organs, whose keepers state none', async () => {
    const command = { name: '市测试局', kind: 'bureau', since: '2025-01-01' };
    const body = { data: command, occurredAt: '2025-03-01T09:00:00+08:00' };
    const path = '/v1/organs/cq-test/commands/register-organ';
    await scene.refusesRequest('sysadmin', path, { method: 'POST', body }, 'command.time-not-yours');
    const future = { ...body, occurredAt: '2025-04-01T09:00:00+08:00' };
    await scene.refusesRequest('so', path, { method: 'POST', body: future }, 'command.in-future');
  });
});

describe('a question about a moment at the edge of time', () => {
  it.each(['0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59.9999999Z'])(
    'is answered or refused, never broken: %s',
    async (asOf) => {
      const paths = [`/v1/cases/${CASE_ID}`, '/v1/board', '/v1/board/counts', `/v1/cases/${CASE_ID}/events`];
      for (const path of paths) {
        for (const by of ['recorded', 'occurred']) {
          const query = `asOf=${encodeURIComponent(asOf)}&by=${by}`;
          const { status } = await scene.http.ask('auditor', `${path}?${query}`);
          expect([path, by, status < 500]).toEqual([path, by, true]);
        }
      }
    },
  );
});
