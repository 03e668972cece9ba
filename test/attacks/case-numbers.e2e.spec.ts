import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openAttackScene, type AttackScene } from './attack-scene.ts';

let scene: AttackScene;
beforeAll(async () => {
  scene = await openAttackScene();
  scene.moveTo('2025-03-03T10:00:00+08:00');
});
afterAll(() => scene.close());

const opening = (caseId: string, caseNo: string) => ({
  by: 'so',
  command: 'open-case',
  caseId,
  data: {
    caseNo,
    supervisionForm: 'work-report',
    source: { type: 'work-report', title: 't', documentNo: 'd', date: null, paragraphs: 1, digest: null },
    ...{ addressee: 'cq-government', leadCommittee: 'cq-urban-committee', topic: 't', linkedFrom: null },
  },
});

type Listed = { readonly items: readonly { readonly caseId: string; readonly items: number }[] };

const listed = async (text: string): Promise<Listed['items']> => {
  const after = await scene.http.office.store.head();
  const path = `/v1/cases?text=${encodeURIComponent(text)}&after=${after}`;
  return ((await scene.http.ask('so', path)).body as unknown as Listed).items;
};

describe('a case number', () => {
  it('is had by one case, whatever blanks and brackets it is written with', async () => {
    await scene.takes(opening('c1', '督〔2026〕901号'));
    for (const caseNo of [
      '督〔2026〕901号',
      '督 〔2026〕 901号',
      '督[2026]901号',
      '督（２０２６）９０１号',
    ]) {
      const { status, body } = await scene.refuses(opening('c2', caseNo), 'case.number-taken');
      expect([status, body['details']]).toMatchObject([409, { caseId: 'c1', caseNo: '督〔2026〕901号' }]);
    }
    await scene.takes(opening('c2', '督〔2026〕902号'));
  });

  it('goes to exactly one of eight who ask at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => {
        const { data } = opening(`r${String(n)}`, '督〔2026〕903号');
        const path = `/v1/cases/r${String(n)}/commands/open-case`;
        return scene.http.ask('so', path, { method: 'POST', body: { data } });
      }),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      201,
      ...Array.from({ length: 7 }, () => 409),
    ]);
    const winner = `r${String(answers.findIndex(({ status }) => status === 201))}`;
    for (const { status, body } of answers)
      if (status === 409)
        expect(body).toMatchObject({ reason: 'case.number-taken', details: { caseId: winner } });
  });

  it('finds its case in the list before the case has an item', async () => {
    expect(await listed('901')).toMatchObject([{ caseId: 'c1', items: 0 }]);
    expect(await listed('督〔2026〕902号')).toMatchObject([{ caseId: 'c2', items: 0 }]);
  });
});
