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

/** As a rule that judges them will have them stored. */
const storedGrounds = {
  ...{ envelope: 1, decidedAt: '2025-03-31T02:00:00.000Z', mandate, paper },
  decision: { ...decision, form: 'meeting', meeting: 'meeting-32', revision: 1 },
} as const;

const appendOne = async (): Promise<string> => {
  const { store, read } = scene.http.office;
  const stream = `case-${CASE_ID}`;
  const { events } = await store.readStream(stream, { limit: 500 });
  const last = events.at(-1);
  if (last === undefined) throw new Error('an empty case');
  const { recordedAt: _recordedAt, ...metadata } = last.metadata;
  const id = crypto.randomUUID();
  const event = {
    ...{ id, type: 'CaseLinked', schemaVersion: 1, data: { kind: 'repeats', target: 'DB-1998-7' } },
    metadata: { ...metadata, ...storedGrounds, commandId: id, commandDigest: 'd', causationId: id },
  };
  await store.append(stream, [event], last.revision);
  await read.waitFor(await store.head(), 10_000);
  return id;
};

type Shown = Readonly<Record<string, unknown>>;

const shownTo = async (by: string, id: string): Promise<readonly (Shown | undefined)[]> => {
  const [events, history, why] = await Promise.all(
    [`events?limit=200`, 'history', 'why'].map((path) => scene.http.ask(by, `/v1/cases/${CASE_ID}/${path}`)),
  );
  const listOf = (body: object | undefined): readonly Shown[] =>
    Object.values(body ?? {}).find((value): value is readonly Shown[] => Array.isArray(value)) ?? [];
  return [
    listOf(events?.body).find((event) => event['id'] === id),
    listOf(history?.body).find((event) => event['id'] === id),
    listOf(why?.body).find((link) => link['commandId'] === id),
  ];
};

describe('decision, mandate and paper that are stored', () => {
  it('are shown in events, history and causes, and the meeting to the office alone', async () => {
    const id = await appendOne();
    const { envelope: _envelope, ...grounds } = storedGrounds;
    const { meeting: _meeting, revision: _revision, ...told } = grounds.decision;
    const [office, organ] = [await shownTo('so', id), await shownTo('housing', id)];
    for (const shown of office) expect(shown).toMatchObject(grounds);
    for (const shown of organ) {
      expect(shown).toMatchObject({ ...grounds, decision: told });
      expect(shown?.['decision']).toEqual(told);
    }
  });
});

describe('decision, mandate and paper over HTTP', () => {
  it.each([
    ['decision.body-unknown', { decision }],
    ['mandate.unknown', { mandate }],
  ] as const)('are refused as %s where nothing supports them', async (code, ground) => {
    await scene.refuses({ ...suspending, ...ground }, code);
  });

  it.each([
    ['decision.not-taken-yet', { decision }],
    ['mandate.not-taken-yet', { mandate }],
  ] as const)('are refused as %s where no body decides the step', async (code, ground) => {
    const linking = { by: 'so', command: 'link-case', data: { kind: 'repeats', target: 'DB-1998-8' } };
    await scene.refuses({ ...linking, ...ground }, code);
  });

  it('a paper is refused with a step that nobody transcribes', async () => {
    await scene.refuses({ ...suspending, paper }, 'paper.not-for-this-step');
  });

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
