import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openAttackScene, type AttackScene } from './attack-scene.ts';

let scene: AttackScene;
beforeAll(async () => {
  scene = await openAttackScene();
  await scene.walkThrough('approve-list');
  const keep = async (organId: string, command: string, data: object): Promise<void> => {
    const path = `/v1/organs/${organId}/commands/${command}`;
    expect((await scene.http.ask('so', path, { method: 'POST', body: { data } })).status).toBe(200);
  };
  const road = { kind: 'bureau', name: '市道路运输事务中心', since: '2018-01-01' };
  await keep('cq-road-centre', 'register-organ', road);
  await keep('cq-road-centre', 'merge-organ', { into: 'cq-housing', on: '2025-03-01' });
});
afterAll(() => scene.close());

const assign = (organ: string, addressee = 'cq-government') => ({
  by: 'so',
  command: 'assign',
  data: {
    itemId: 'i1',
    assignments: [{ id: 'a1', organ, role: 'lead', scopeText: '全部' }],
    addressee,
    rectificationType: 'phased',
  },
});

const opening = (caseId: string, more: object) => ({
  by: 'so',
  command: 'open-case',
  caseId,
  data: {
    caseNo: caseId,
    supervisionForm: 'work-report',
    source: { type: 'work-report', title: 't', documentNo: 'd', date: null, paragraphs: 1, digest: null },
    ...{ addressee: 'cq-government', leadCommittee: 'cq-urban-committee', topic: 't', linkedFrom: null },
    ...more,
  },
});

describe('organs that are given work', () => {
  it.each([
    ['nobody registered', 'cq-nowhere', 'organ.not-registered'],
    ['merged', 'cq-road-centre', 'organ.no-longer-there'],
    ['the supervision office itself', 'cq-so', 'organ.not-supervised'],
    ['a committee of the Congress', 'cq-urban-committee', 'organ.not-supervised'],
  ])('are never one that is %s', async (_what, organ, code) => {
    await scene.refuses(assign(organ), code);
    await scene.refuses(opening('ORGAN-1', { addressee: organ }), code);
  });

  it('are named in the refusal where they succeed one that merged', async () => {
    const { body } = await scene.refuses(assign('cq-road-centre'), 'organ.no-longer-there');
    expect(body['details']).toMatchObject({
      endedOn: '2025-03-01',
      successor: 'cq-housing',
      successorName: '市住房和城乡建设委员会',
    });
  });

  it('are supervised by a body of the Congress', async () => {
    const code = 'organ.not-of-the-congress';
    await scene.refuses(opening('ORGAN-2', { leadCommittee: 'cq-housing' }), code);
    await scene.takes(opening('ORGAN-2', {}));
  });

  it('are assigned once they stand in the register', async () => {
    await scene.takes(assign('cq-housing'));
  });
});
