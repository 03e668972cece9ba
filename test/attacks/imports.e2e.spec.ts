import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importRegister, referenceSource } from '@duban/application';
import { openAttackScene, type AttackScene } from './attack-scene.ts';

let scene: AttackScene;
beforeAll(async () => {
  scene = await openAttackScene();
  await scene.walkThrough('register-item');
});
afterAll(() => scene.close());

const opening = {
  ...{ caseNo: '2024-17', supervisionForm: 'register', addressee: null, leadCommittee: null },
  source: { type: 'register', title: '台账', documentNo: 'x', date: null, paragraphs: 1, digest: null },
  ...{ topic: '台账', linkedFrom: null },
};
const item = {
  ...{ itemId: 'r1', batchId: 'b1', title: '路灯', text: '路灯不亮', organ: null, category: null },
  register: { name: '台账', fileDigest: 'sha256:f', row: 2, number: '2024-17' },
  ...{ proposers: [], madeOn: '2020-01-01', closedOn: '2020-02-01', dueOn: null, registerStatus: null },
  ...({ stage: 'CLOSED', disposition: 'resolved' } as const),
  ...{ reply: null, otherFacts: {}, warnings: [] },
};

describe('an item of a register over HTTP', () => {
  it.each(['new-case', 'DB-2025-004'])('is not stated as closed by a command, in %s', async (caseId) => {
    const attempt = { by: 'so', caseId, command: 'import-item', data: { opening, item } };
    await scene.refuses(attempt, 'import.outside-batch');
    await scene.refuses({ ...attempt, by: 'wb' }, 'forbidden');
    await scene.refuses({ ...attempt, by: 'housing' }, 'forbidden');
  });

  it('is not taken back by a command either', async () => {
    const data = { itemId: 'i1', batchId: 'b1', reason: '误导入' };
    await scene.refuses({ by: 'so', command: 'take-back-import', data }, 'import.outside-batch');
  });

  it('comes in with its register, at the time of the import', async () => {
    const { store } = scene.http.office;
    const clock = { now: () => Date.parse('2025-03-05T09:00:00+08:00') };
    const reference = referenceSource(store, { ruleSetId: 'cq-default', region: 'CN' });
    const ports = { store, clock, pause: async () => undefined, reference, tenant: 'cq' };
    const actor = { id: 'person:demo-so', role: 'supervision-office', organ: 'cq-so' };
    const { itemId: _item, batchId: _batch, register, ...facts } = item;
    const row = { row: 2, number: register.number, identity: register.number, documentNo: '', facts };
    const source = {
      ...{ registerName: '台账', fileName: '台账.csv', fileDigest: 'sha256:f', mappingDigest: 'sha256:m' },
      opening: { supervisionForm: 'register', addressee: null, leadCommittee: null, topic: '台账' } as const,
      rows: [row],
    };
    const report = await importRegister(ports, { source, actor, dryRun: false });
    reference.close();
    expect(report).toMatchObject({ imported: 1, refused: 0 });
    const { events } = await store.readStream(`case-${String(report.details[0]?.caseId)}`);
    expect(events.map(({ type, metadata }) => [type, metadata.occurredAt])).toEqual([
      ['CaseOpened', '2025-03-05T09:00:00.000+08:00'],
      ['ItemImported', '2025-03-05T09:00:00.000+08:00'],
    ]);
  });
});
