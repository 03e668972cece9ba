import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openAttackScene, type AttackScene } from './attack-scene.ts';

let scene: AttackScene;
beforeAll(async () => {
  scene = await openAttackScene();
  await scene.walkThrough('open-case');
  scene.moveTo('2025-04-01T10:00:00+08:00');
});
afterAll(() => scene.close());

const publish = (more: object = {}) => ({
  by: 'so',
  command: 'publish-result',
  data: { channel: '常委会公报', url: 'https://example.org/gazette/3', date: '2025-04-01', ...more },
});

describe('a publication', () => {
  it.each([
    ['tomorrow', { date: '2025-04-02' }, 'publication.date-impossible'],
    ['before the case was opened', { date: '2025-03-02' }, 'publication.date-impossible'],
    ['at an address that runs something', { url: 'javascript:alert(1)' }, 'publication.address-invalid'],
    ['at no address', { url: 'www' }, 'publication.address-invalid'],
  ])('is not taken %s', async (_what, more, code) => {
    await scene.refuses(publish(more), code);
  });

  it('is taken with a real day and address, and stands against a later withholding', async () => {
    await scene.takes(publish());
    const withhold = { by: 'so', command: 'withhold-publication', data: { legalGround: '条例第十四条' } };
    await scene.refuses(withhold, 'publication.already-published');
  });

  it('does not follow a withholding that nobody lifted', async () => {
    const caseId = 'WITHHELD-1';
    const data = {
      caseNo: caseId,
      supervisionForm: 'work-report',
      source: { type: 'work-report', title: 't', documentNo: 'd', date: null, paragraphs: 1, digest: null },
      ...{ addressee: 'cq-government', leadCommittee: null, topic: 't', linkedFrom: null },
    };
    await scene.takes({ by: 'so', command: 'open-case', caseId, data });
    const ground = { legalGround: '条例第十四条' };
    await scene.takes({ by: 'so', command: 'withhold-publication', caseId, data: ground });
    await scene.refuses({ ...publish(), caseId }, 'publication.withheld');
  });
});

describe('telling deputies', () => {
  const tell = (more: object = {}) => ({
    ...{ by: 'so', command: 'publish' },
    data: {
      ...{ what: 'opinions', toWhom: 'deputies', part: null },
      ...{ channel: '代表履职平台', url: null, date: '2025-04-01', ...more },
    },
  });
  const owed = async (): Promise<readonly object[]> => {
    const { http } = scene;
    await http.office.read.waitFor(await http.office.store.head(), 10_000);
    const { body } = await http.ask('so', '/v1/deadlines?kind=publication');
    return body['items'] as object[];
  };

  it('is owed from the opening on, and late when nobody did it in time', async () => {
    const opinions = { reference: 'opinions/deputies', date: '2025-03-23', late: true, open: true };
    expect(await owed()).toContainEqual(expect.objectContaining(opinions));
    await scene.takes(tell());
    expect(await owed()).not.toContainEqual(expect.objectContaining(opinions));
    expect(await owed()).toContainEqual(expect.objectContaining({ reference: 'opinions/public' }));
  });

  it('is not taken of a result that there is not yet, of tomorrow, or by a bureau', async () => {
    await scene.refuses(tell({ what: 'handling-report' }), 'publication.no-result');
    await scene.refuses(tell({ date: '2025-04-02' }), 'publication.date-impossible');
    await scene.refuses({ ...tell(), by: 'housing' }, 'forbidden');
  });
});
