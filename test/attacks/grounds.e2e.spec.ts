import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CASE_ID, openAttackScene, PAPER, type AttackScene, type Attempt } from './attack-scene.ts';

let scene: AttackScene;
beforeAll(async () => {
  scene = await openAttackScene();
  await scene.walkThrough('file-plan');
  scene.moveTo('2025-03-31T10:00:00+08:00');
});
afterAll(() => scene.close());

const suspending: Attempt = {
  by: 'cc',
  command: 'suspend',
  data: { itemId: 'i1', ground: 'superior-approval', reviewDate: '2025-12-31' },
  basis: PAPER,
};
const decision = { body: 'cq-cc', form: 'meeting', on: '2025-03-30', documentNo: '市人常办〔2025〕12号' };
const mandate = { id: 'm-1', revision: 0 };
const paper = {
  ...{ enteredFor: 'cq-housing', incomingNo: '收文〔2025〕7号', documentDate: '2025-03-28' },
  ...{ receivedOn: '2025-03-30', attachment: `sha256:${'a'.repeat(64)}` },
};

describe('decision, mandate and paper over HTTP', () => {
  it.each([
    ['decision.not-taken-yet', { decision }],
    ['mandate.not-taken-yet', { mandate }],
    ['paper.not-taken-yet', { paper }],
  ] as const)(
    'are refused as %s until a rule judges them, and never stored unchecked',
    async (code, ground) => {
      await scene.refuses({ ...suspending, ...ground }, code);
    },
  );

  it.each([
    ['schema.additionalProperties', { mandate: { ...mandate, by: 'me' } }],
    ['schema.required', { decision: { body: 'cq-cc', form: 'meeting' } }],
    ['schema.enum', { decision: { ...decision, form: 'by-telephone' } }],
    ['schema.format', { paper: { ...paper, receivedOn: '2025-02-30' } }],
    ['schema.type', { mandate: { ...mandate, revision: 'last' } }],
    ['id.malformed', { decision: { ...decision, body: 'cq cc' } }],
  ] as const)('that do not fit their closed schema are a fault: %s', async (code, ground) => {
    await scene.refuses({ ...suspending, ...ground }, code);
  });

  it('that say nothing are none: the same act is taken', async () => {
    await scene.takes({ ...suspending, decision: null, mandate: null, paper: null });
    const after = await scene.http.office.store.head();
    const { body } = await scene.http.ask('so', `/v1/cases/${CASE_ID}/events?limit=200&after=${after}`);
    const events = body['items'] as { type: string; decidedAt: string; decision: unknown }[];
    const suspended = events.find(({ type }) => type === 'ItemSuspended');
    expect(suspended).toMatchObject({
      ...{ decidedAt: '2025-03-31T02:00:00.000Z', decision: null, mandate: null, paper: null },
    });
  });
});
