import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cqDefault1 } from '@duban/domain';
import { openHttpOffice, type HttpOffice } from '../testing/http-office.fixture.ts';
import { walk } from '../testing/walk.fixture.ts';

const CASE = 'DB-2025-004';
const STEPS = 7;

type Items = readonly Record<string, unknown>[];

let http: HttpOffice;
let now = Date.parse('2025-03-01T09:00:00+08:00');

const itemsOf = async (path: string, by = 'so'): Promise<Items> => {
  const { status, body } = await http.ask(by, path);
  expect([path, status]).toEqual([path, 200]);
  return body['items'] as Items;
};

const faultAt = async (path: string): Promise<unknown> => {
  const { status, body } = await http.ask('so', path);
  expect(status).toBe(422);
  return (body['errors'] as Items)[0]?.['pointer'];
};

beforeAll(async () => {
  http = await openHttpOffice({ clock: { now: () => now } });
  for (const step of walk.slice(0, STEPS)) {
    now = Date.parse(`${step.at}T10:00:00+08:00`);
    const path = `/v1/cases/${CASE}/commands/${step.command}`;
    await http.ask(step.by, path, { method: 'POST', body: { data: step.data, basis: step.basis } });
  }
  await http.office.read.waitFor(await http.office.store.head(), 10_000);
});
afterAll(() => http.close());

describe('the difference between two states', () => {
  it('names fields in the language of the asker, from nothing, revisions and instants', async () => {
    const whole = await itemsOf(`/v1/cases/${CASE}/difference`);
    expect(whole.every(({ kind }) => kind === 'added')).toBe(true);
    const [first] = await itemsOf(`/v1/cases/${CASE}/difference?from=0&to=1`);
    expect(first).toMatchObject({ pointer: expect.any(String), label: expect.any(String), before: null });
    expect(await itemsOf(`/v1/cases/${CASE}/difference?from=1&to=1`)).toEqual([]);
    const instant = encodeURIComponent('2025-01-01T00:00:00+08:00');
    expect(await itemsOf(`/v1/cases/${CASE}/difference?from=${instant}&by=occurred`)).not.toEqual([]);
  });

  it.each(['from=soon', 'from=99', 'from=2025-01-01'])('refuses %s by its place', async (query) => {
    expect(await faultAt(`/v1/cases/${CASE}/difference?${query}`)).toBe('/query/from');
  });
});

describe('the history', () => {
  it('is one sentence for each event, by pages', async () => {
    const all = await itemsOf(`/v1/cases/${CASE}/history`);
    expect(all[0]).toMatchObject({ revision: 0, type: 'CaseOpened', kind: expect.any(String) });
    const { body } = await http.ask('so', `/v1/cases/${CASE}/history?limit=2`);
    expect([(body['items'] as Items).length, body['next']]).toEqual([2, '2']);
    const rest = await itemsOf(`/v1/cases/${CASE}/history?limit=500&cursor=2`);
    expect([...(body['items'] as Items), ...rest]).toEqual(all);
    expect(await itemsOf(`/v1/cases/${CASE}/history?until=1`)).toHaveLength(2);
    expect(await faultAt(`/v1/cases/${CASE}/history?cursor=x`)).toBe('/query/cursor');
  });
});

describe('why', () => {
  it('leads from the first cause to the event, and is silent about others', async () => {
    const events = await itemsOf(`/v1/cases/${CASE}/history`);
    const id = String(events.at(-1)?.['id']);
    const way = await itemsOf(`/v1/cases/${CASE}/why?event=${id}`);
    expect(way.at(-1)).toMatchObject({ commandId: expect.any(String), because: { kind: 'person' } });
    expect(JSON.stringify(way.at(-1))).toContain(id);
    expect((await http.ask('so', `/v1/cases/${CASE}/why?event=nothing`)).status).toBe(404);
    expect((await itemsOf(`/v1/cases/${CASE}/why`)).length).toBeGreaterThan(way.length);
  });
});

describe('conformance', () => {
  it('tells the steps of one case, and over all cases what is not in order', async () => {
    const { body } = await http.ask('so', `/v1/cases/${CASE}/conformance`);
    expect(body).toMatchObject({ caseId: CASE, model: expect.any(String), items: expect.any(Array) });
    expect(await itemsOf('/v1/audit/conformance', 'auditor')).toEqual([]);
  });
});

describe('what changed in the register', () => {
  it('lists what entered between two days', async () => {
    const path = '/v1/board/changes?from=2020-01-01&to=2025-12-31';
    const changes = await itemsOf(path);
    expect(changes[0]).toMatchObject({ caseId: CASE, kind: 'entered', before: null });
    expect(await itemsOf(`${path}&by=occurred`)).toHaveLength(changes.length);
    expect(await faultAt('/v1/board/changes?from=2025-01-02&to=2025-01-01')).toBe('/query/from');
  });
});

describe('a rule trial', () => {
  const tried = (draft: object, by = 'so') =>
    http.ask(by, '/v1/rule-trials', {
      method: 'POST',
      body: { ruleSet: draft, from: '2025-03-01', to: '2026-03-01' },
    });

  it('lists what would have been red, and writes nothing', async () => {
    const head = await http.office.store.head();
    const strict = {
      ...cqDefault1,
      version: 9,
      lights: [{ id: 'always', color: 'red', atOrBelowWorkingDays: null }],
    };
    const { status, body } = await tried(strict);
    expect([status, body['cases'], body['next']]).toEqual([200, 1, null]);
    expect((body['items'] as Items)[0]).toMatchObject({
      caseId: CASE,
      underDraft: { days: expect.any(Number) },
    });
    expect(await http.office.store.head()).toBe(head);
  });

  it('names the faults of a draft, and is closed to organs', async () => {
    const { status, body } = await tried({ ...cqDefault1, lights: 'none' });
    expect([status, (body['errors'] as Items)[0]?.['pointer']]).toEqual([422, '/ruleSet/lights']);
    expect((await tried(cqDefault1, 'housing')).status).toBe(403);
  });
});
