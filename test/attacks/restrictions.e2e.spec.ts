import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CASE_ID, openAttackScene, PAPER, type AttackScene } from './attack-scene.ts';

const MARKER = 'duban.case.event-restricted.v1';

let scene: AttackScene;
beforeAll(async () => {
  scene = await openAttackScene();
  await scene.walkThrough('acknowledge-receipt');
  scene.moveTo('2025-04-01T10:00:00+08:00');
});
afterAll(() => scene.close());

const ground = { ground: '储备布局尚未公开', documentNo: '密1' };
const restrict = (by: string) => ({
  ...{ by, command: 'restrict-case', data: { secrecy: 'work-secret', ...ground } },
  ...(by === 'cc' ? { basis: PAPER } : {}),
});
const lift = (by: string) => ({
  ...{ by, command: 'lift-restriction', data: { ...ground, documentNo: '2' } },
  ...(by === 'cc' ? { basis: PAPER } : {}),
});

type Told = { readonly type: string; readonly sequence: string; readonly releasedby?: string };

/** What this persona is told of the case from the first event on, up to the first message that `isLast`. */
const followed = async (by: string, isLast: (told: Told) => boolean): Promise<readonly Told[]> => {
  const leaving = new AbortController();
  const { http } = scene;
  const headers = { authorization: `Bearer ${http.token(by)}`, 'last-event-id': 'n1.00000000000000000000' };
  const response = await fetch(`${http.address}/events?caseId=${CASE_ID}`, {
    headers,
    signal: leaving.signal,
  });
  const told: Told[] = [];
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    const blocks = (text + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, data] = /^data: (.*)$/m.exec(block) ?? [];
      if (data !== undefined) told.push(JSON.parse(data) as Told);
    }
    if (told.some(isLast)) break;
  }
  leaving.abort();
  return told;
};

describe('a restriction', () => {
  it('is no affair of those who are supervised, of deputies or of committees', async () => {
    for (const by of ['gov', 'housing', 'deputy', 'wb', 'auditor'])
      await scene.refuses(restrict(by), 'forbidden');
  });

  it('shuts the case to everybody else, for reading and for commands, and its parties work on', async () => {
    await scene.takes(restrict('cc'));
    const { http } = scene;
    for (const path of [
      '',
      '/events',
      '/items/i1',
      '/history',
      '/why',
      '/steps',
      '/attachments',
      '/difference?from=nothing',
    ])
      for (const by of ['deputy', 'auditor'])
        expect([path, by, (await http.ask(by, `/v1/cases/${CASE_ID}${path}`)).status]).toEqual([
          path,
          by,
          by === 'auditor' ? 403 : 404,
        ]);
    expect((await http.ask('housing', `/v1/cases/${CASE_ID}`)).status).toBe(200);
    const late = {
      by: 'deputy',
      command: 'withdraw',
      data: { itemId: 'i1', reason: 'r', consentDocs: ['d'] },
    };
    await scene.refuses(late, 'case.unknown');
    const plan = {
      ...{ by: 'so', command: 'publish' },
      data: { what: 'opinions', toWhom: 'deputies', part: null, channel: 'c', url: null, date: '2025-04-01' },
    };
    await scene.refuses(plan, 'publication.restricted');
  });

  it('is told to an auditor by number and day on the list of cases, and to nobody else', async () => {
    const { http } = scene;
    await http.office.read.waitFor(await http.office.store.head(), 10_000);
    const listOf = async (by: string) => (await http.ask(by, '/v1/cases')).body;
    expect((await listOf('auditor'))['restricted']).toEqual([
      expect.objectContaining({ caseId: CASE_ID, restrictedOn: '2025-04-01' }),
    ]);
    for (const by of ['deputy', 'auditor']) expect((await listOf(by))['items']).toEqual([]);
    expect(await listOf('deputy')).not.toHaveProperty('restricted');
    expect((await listOf('so'))['items']).toHaveLength(1);
  });

  it('lets streams of events tell markers from then on, and the office everything', async () => {
    const told = await followed('analyst', ({ type }) => type === MARKER);
    expect(new Set(told.map(({ type }) => type))).toEqual(new Set([MARKER]));
    const whole = await followed('so', ({ type }) => type === 'duban.case.case-restricted.v1');
    expect(whole.map(({ type }) => type)).not.toContain(MARKER);
  });

  it('is lifted by the body that decided it, and by no other', async () => {
    await scene.refuses(lift('so'), 'restriction.other-body');
    await scene.refuses(lift('go'), 'restriction.other-body');
    await scene.takes(lift('cc'));
    await scene.refuses({ ...lift('cc'), data: { ...ground, documentNo: '3' } }, 'restriction.none');
    expect((await scene.http.ask('deputy', `/v1/cases/${CASE_ID}`)).status).toBe(200);
  });

  it('gives streams what was held back once it is lifted', async () => {
    const told = await followed('analyst', ({ type }) => type === 'duban.case.restriction-lifted.v1');
    const shown = told.slice(-3).map(({ type, releasedby }) => [type, releasedby !== undefined]);
    expect(shown).toEqual([
      [MARKER, false],
      ['duban.case.case-restricted.v1', true],
      ['duban.case.restriction-lifted.v1', false],
    ]);
  });
});
