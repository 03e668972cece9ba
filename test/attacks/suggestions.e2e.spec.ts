import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { walk } from '../../apps/api/src/testing/walk.fixture.ts';
import { openAttackScene, PAPER, type AttackScene } from './attack-scene.ts';

const [SELF, OTHER] = ['person:demo-deputy', 'person:demo-deputy-2'];
const caseId = 'SUGGESTIONS-1';

/** Three suggestions of deputies: one's own, one of both, one of another alone. */
const PROPOSERS = { own: [SELF], joint: [SELF, OTHER], foreign: [OTHER] } as const;
type Item = keyof typeof PROPOSERS;
const ITEMS = Object.keys(PROPOSERS) as Item[];

let scene: AttackScene;

const sends = (by: string, command: string, data: object, more: object = {}) =>
  scene.takes({ by, command, caseId, data, ...more });

const assignment = (itemId: Item): object => ({
  ...{ itemId, addressee: 'cq-government', rectificationType: 'phased' },
  assignments: [{ id: `a-${itemId}`, organ: 'cq-housing', role: 'lead', scopeText: '全部' }],
});

beforeAll(async () => {
  scene = await openAttackScene();
  scene.moveTo('2025-03-05T10:00:00+08:00');
  const { source, ...opening } = (walk[0]?.data ?? {}) as { source?: object };
  await sends('so', 'open-case', {
    ...{ ...opening, caseNo: caseId, supervisionForm: 'suggestion' },
    source: { ...source, type: 'suggestion' },
  });
  for (const itemId of ITEMS)
    await sends('so', 'register-item', { ...walk[1]?.data, itemId, proposers: PROPOSERS[itemId] });
  const list = { listNo: 'L1', itemIds: ITEMS, approvedBy: 'chairpersons-council', meetingNo: 'CC-31' };
  await sends('cc', 'approve-list', list);
  for (const itemId of ITEMS) {
    await sends('so', 'assign', assignment(itemId));
    const receipt = { itemId, assignmentId: `a-${itemId}`, handler: 'person:demo-housing' };
    await sends('housing', 'acknowledge-receipt', receipt);
    await sends('housing', 'send-reply', {
      ...{ itemId, replyNo: `Y-${itemId}`, signer: 'person:demo-housing', scheme: 'chongqing', class: 'A' },
      ...{ text: '已办结。', commitments: [], toProposers: PROPOSERS[itemId] },
    });
  }
});
afterAll(() => scene.close());

const evaluation = (itemId: Item, evaluator: string): object => ({
  ...{ itemId, replyNo: `Y-${itemId}`, round: 1, evaluator, organ: 'cq-housing', reasons: null },
  dimensions: [
    { dimension: 'attitude', grade: 'satisfied' },
    { dimension: 'result', grade: 'satisfied' },
  ],
});
const evaluating = (itemId: Item, evaluator: string, by = 'deputy') => ({
  ...{ by, caseId, command: 'evaluate-reply', data: evaluation(itemId, evaluator) },
});

describe('the evaluation of a reply', () => {
  it('by one deputy in the name of another is refused, whoever proposed the suggestion', async () => {
    for (const itemId of ITEMS) {
      const attempt = { ...evaluating(itemId, OTHER), onBehalfOf: OTHER };
      await scene.refuses(attempt, 'mandate.none');
      await scene.refuses({ ...attempt, basis: PAPER }, 'mandate.none');
    }
  });

  it('that names another as its evaluator, or comes from nobody who proposed it, is refused', async () => {
    await scene.refuses(evaluating('joint', OTHER), 'reply.not-a-proposer');
    await scene.refuses(evaluating('foreign', OTHER), 'reply.not-a-proposer');
    await scene.refuses(evaluating('foreign', SELF), 'reply.not-a-proposer');
    for (const by of ['so', 'wb', 'housing', 'gov'])
      await scene.refuses(evaluating('own', SELF, by), 'forbidden');
  });

  it('by a deputy who proposed it, in person, is taken: of one’s own and of a joint suggestion', async () => {
    await scene.takes(evaluating('own', SELF));
    await scene.takes(evaluating('joint', SELF));
  });
});

const reason = '情况变化';
const withdrawing = (itemId: Item, more: object = {}, by = 'deputy') => ({
  ...{ by, caseId, command: 'withdraw', data: { itemId, reason, consentDocs: [], ...more } },
});
const consent = { consentOf: [OTHER], consentDocs: ['同意书〔2025〕1号'] };

describe('the withdrawal of a suggestion', () => {
  it('by one deputy in the name of another is refused, whatever paper it names', async () => {
    for (const itemId of ITEMS) {
      const attempt = { ...withdrawing(itemId, consent), onBehalfOf: OTHER };
      await scene.refuses(attempt, 'mandate.none');
      await scene.refuses({ ...attempt, basis: PAPER }, 'mandate.none');
    }
  });

  it('by anybody but its proposers is refused, the office that registered it included', async () => {
    await scene.refuses(withdrawing('foreign'), 'withdraw.not-issuer');
    await scene.refuses(withdrawing('foreign', consent), 'withdraw.not-issuer');
    for (const by of ['so', 'wb']) await scene.refuses(withdrawing('own', {}, by), 'withdraw.not-issuer');
    await scene.refuses({ ...withdrawing('own', {}, 'cc'), basis: PAPER }, 'withdraw.not-issuer');
    await scene.refuses(withdrawing('own', {}, 'housing'), 'forbidden');
  });

  it('of a joint one waits for the consent of every co-signer, in writing', async () => {
    const { body } = await scene.refuses(withdrawing('joint'), 'withdraw.consent-missing');
    expect(body['details']).toMatchObject({ missing: [OTHER] });
    const spoken = { ...consent, consentDocs: [] };
    await scene.refuses(withdrawing('joint', spoken), 'withdraw.consent-missing');
  });

  it('by its proposer in person is taken, of a joint one with every consent', async () => {
    await scene.takes(withdrawing('own'));
    await scene.takes(withdrawing('joint', consent));
  });
});

describe('an item of the Congress’s side', () => {
  const opened = 'ISSUED-1';
  const withdraw = { itemId: 'i1', reason, consentDocs: [] };

  it('is withdrawn by who issued it, and by no deputy or organ', async () => {
    const opening = { ...walk[0]?.data, caseNo: opened };
    await scene.takes({ by: 'so', command: 'open-case', caseId: opened, data: opening });
    await scene.takes({ by: 'so', command: 'register-item', caseId: opened, data: walk[1]?.data ?? {} });
    const attempt = { command: 'withdraw', caseId: opened, data: withdraw };
    await scene.refuses({ ...attempt, by: 'deputy' }, 'withdraw.not-issuer');
    await scene.refuses({ ...attempt, by: 'deputy', onBehalfOf: 'cq-so' }, 'mandate.none');
    await scene.refuses({ ...attempt, by: 'wb', onBehalfOf: 'cq-so' }, 'mandate.none');
    await scene.takes({ ...attempt, by: 'so' });
  });
});
