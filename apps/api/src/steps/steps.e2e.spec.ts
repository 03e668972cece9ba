import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FormField, OfferedStep, StepView } from '@duban/contracts';
import { openHttpOffice, type HttpOffice } from '../testing/http-office.fixture.ts';
import { walk } from '../testing/walk.fixture.ts';

const CASE = 'DB-2025-004';
const ASSIGNED_STEPS = 7;

let http: HttpOffice;
let now = Date.parse('2025-03-01T09:00:00+08:00');

const play = async (from: number, to: number): Promise<void> => {
  for (const step of walk.slice(from, to)) {
    now = Date.parse(`${step.at}T10:00:00+08:00`);
    const path = `/v1/cases/${CASE}/commands/${step.command}`;
    await http.ask(step.by, path, { method: 'POST', body: { data: step.data, basis: step.basis } });
  }
  await http.office.read.waitFor(await http.office.store.head(), 10_000);
};

beforeAll(async () => {
  http = await openHttpOffice({ clock: { now: () => now } });
  await play(0, ASSIGNED_STEPS);
});
afterAll(() => http.close());

const offered = async (persona: string, query: string): Promise<readonly OfferedStep[]> => {
  const { status, body } = await http.ask(persona, `/v1/cases/${CASE}/steps${query}`);
  expect(status).toBe(200);
  return body['items'] as OfferedStep[];
};

const namesOf = (steps: readonly StepView[]): readonly string[] => steps.map(({ name }) => name);

const field = (step: StepView | undefined, name: string): FormField | undefined =>
  step?.forms[0]?.find((each) => each.name === name);

describe('the steps of a part', () => {
  it('are those that it may send, with what each asks for', async () => {
    const { body } = await http.ask('so', '/v1/steps');
    const steps = body['items'] as StepView[];
    expect(namesOf(steps)).toContain('open-case');
    expect(namesOf(steps)).not.toContain('file-plan');
    const opening = steps.find(({ name }) => name === 'open-case');
    expect(opening?.label).toEqual({ zh: '立案', en: 'Open a case' });
    expect(field(opening, 'supervisionForm')).toMatchObject({
      kind: 'word',
      label: { zh: '监督形式' },
      optional: false,
    });
  });

  it('are none for who only reads', async () => {
    const { body } = await http.ask('auditor', '/v1/steps');
    expect(body['items']).toEqual([]);
  });

  it('never hold what only the server or an import sends', async () => {
    const { body } = await http.ask('so', '/v1/steps');
    expect(namesOf(body['items'] as StepView[])).not.toEqual(
      expect.arrayContaining(['file-attachment', 'import-item', 'take-back-import']),
    );
  });
});

describe('the steps on an organ', () => {
  it('are offered to who keeps the register, with what each asks for', async () => {
    const { body } = await http.ask('so', '/v1/steps/organ');
    const steps = body['items'] as StepView[];
    expect(namesOf(steps)).toEqual(['register-organ', 'rename-organ', 'merge-organ', 'dissolve-organ']);
    expect(field(steps[0], 'kind')).toMatchObject({ kind: 'word', optional: false });
    expect(field(steps[2], 'into')).toMatchObject({ kind: 'organ', optional: false });
    // What the address says is not asked for again.
    expect(field(steps[0], 'organId')).toBeUndefined();
  });

  it('are none for organs under supervision', async () => {
    const { body } = await http.ask('housing', '/v1/steps/organ');
    expect(body['items']).toEqual([]);
  });

  it('of a register that is not there are refused', async () => {
    expect((await http.ask('so', '/v1/steps/nothing')).status).toBe(422);
  });
});

describe('the steps on what all cases lean on', () => {
  const YEAR = {
    year: 2031,
    notice: '国办发明电〔2030〕9号',
    restDays: { '2031-01-01': '元旦' },
    workDays: { '2031-01-04': '元旦' },
  };

  it('say where each is sent, since its address does not name it', async () => {
    const { body } = await http.ask('so', '/v1/steps/calendar');
    expect(body['items']).toMatchObject([
      { name: 'publish-calendar-year', method: 'POST', path: '/v1/calendars/{region}/years' },
      { name: 'correct-calendar-year', method: 'PUT', path: '/v1/calendars/{region}/years' },
    ]);
  });

  it('take a year that was entered as its form asks, and tables as records', async () => {
    const { body } = await http.ask('so', '/v1/steps/calendar');
    const [publish] = body['items'] as StepView[];
    const year = field(publish, 'calendarYear');
    expect(year?.fields?.map(({ name, kind }) => [name, kind])).toEqual([
      ['year', 'number'],
      ['restDays', 'table'],
      ['workDays', 'table'],
      ['notice', 'text'],
    ]);
    const { method = '', path = '' } = publish ?? {};
    const done = await http.ask('so', path.replace('{region}', 'CN'), {
      method,
      body: { data: { calendarYear: YEAR } },
    });
    expect([done.status, done.body['reason']]).toEqual([200, undefined]);
  });

  it('ask for every value of a rule set', async () => {
    const { body } = await http.ask('so', '/v1/steps/ruleset');
    const [publish, ...others] = body['items'] as StepView[];
    expect(others).toEqual([]);
    expect(publish).toMatchObject({ name: 'publish-rule-set', method: 'POST', path: '/v1/rule-sets' });
    const rules = field(publish, 'rules')?.fields ?? [];
    expect(rules.find(({ name }) => name === 'lights')).toMatchObject({
      kind: 'list',
      entry: { kind: 'record' },
    });
    expect(rules.find(({ name }) => name === 'requiredInstruments')).toMatchObject({ kind: 'table' });
  });

  it('are none for organs under supervision', async () => {
    for (const register of ['calendar', 'ruleset'])
      expect((await http.ask('housing', `/v1/steps/${register}`)).body['items']).toEqual([]);
  });
});

describe('the steps on an item', () => {
  it('offer what can be taken now, and say in one sentence why the others cannot', async () => {
    const steps = await offered('housing', '?item=i1');
    const open = steps.filter(({ refused }) => refused === null);
    expect(namesOf(open)).toContain('acknowledge-receipt');
    const plan = steps.find(({ name }) => name === 'file-plan');
    expect(plan).toMatchObject({
      forms: [],
      refused: {
        code: 'item.wrong-stage',
        why: { zh: expect.stringMatching(/^事项现处“.+”，须在以下阶段办理：.+$/) },
      },
    });
  });

  it('let one choose what is there, by the names people use', async () => {
    const steps = await offered('housing', '?item=i1');
    const receipt = steps.find(({ name }) => name === 'acknowledge-receipt');
    expect(field(receipt, 'itemId')?.choices).toHaveLength(1);
    const [mine, ...others] = field(receipt, 'assignmentId')?.choices ?? [];
    expect(others).toEqual([]);
    expect(mine?.label.zh).toMatch(/（主办）$/);
  });

  it('offer nothing of another organ’s to one that returned the item', async () => {
    const steps = await offered('civil', '?item=i1');
    expect(steps.filter(({ refused }) => refused === null)).toEqual([]);
    expect(steps.find(({ name }) => name === 'acknowledge-receipt')?.refused).toMatchObject({
      code: 'step.not-yours',
      why: { zh: '这不归您办：由承办单位就本单位现行的交办办理' },
    });
  });

  it('are taken with what their form lets one enter', async () => {
    const receipt = (await offered('housing', '?item=i1')).find(({ name }) => name === 'acknowledge-receipt');
    const chosen = (name: string) => field(receipt, name)?.choices?.[0]?.value;
    const data = { itemId: chosen('itemId'), assignmentId: chosen('assignmentId'), handler: 'person:h1' };
    const path = `/v1/cases/${CASE}/commands/${receipt?.name ?? ''}`;
    const done = await http.ask('housing', path, {
      method: 'POST',
      body: { data: { ...data, phoneMasked: null } },
    });
    expect([done.status, done.body['reason']]).toEqual([200, undefined]);
    const after = String(done.headers.get('duban-position'));
    const steps = await offered('housing', `?item=i1&after=${after}`);
    expect(steps.find(({ name }) => name === 'file-plan')?.refused).toBeNull();
  });

  it.each([
    ['an item that is not there', 'so', `/v1/cases/${CASE}/steps?item=i9`],
    ['an item called as every object has a member', 'so', `/v1/cases/${CASE}/steps?item=constructor`],
    ['a case of others', 'traffic', `/v1/cases/${CASE}/steps?item=i1`],
    ['a case that is not there', 'so', '/v1/cases/DB-0/steps'],
  ])('of %s are not found', async (_, persona, path) => {
    expect((await http.ask(persona, path)).status).toBe(404);
  });
});

describe('the steps on a case', () => {
  it('are offered while the case is as they need it', async () => {
    const steps = await offered('so', '');
    const archive = steps.find(({ name }) => name === 'archive-case');
    expect(archive?.refused?.code).toBe('case.not-open');
    expect(steps.find(({ name }) => name === 'register-item')?.refused).toBeNull();
  });
});
