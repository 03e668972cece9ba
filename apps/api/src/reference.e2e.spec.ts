import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deadlineJob } from '@duban/nest';
import { openHttpOffice, type Answer, type HttpOffice } from './testing/http-office.fixture.ts';
import { numbered, walk } from './testing/walk.fixture.ts';

const LONG_BEFORE = '2026-11-02';
const OPENED_AND_LISTED = 3;

let http: HttpOffice;
let now = Date.parse(`${LONG_BEFORE}T09:00:00+08:00`);

beforeAll(async () => {
  http = await openHttpOffice({ clock: { now: () => now } });
});
afterAll(() => http.close());

const send = (persona: string, path: string, data: object, method = 'POST'): Promise<Answer> =>
  http.ask(persona, path, { method, body: { data } });

const dueOf = async (): Promise<{ date: string; provisional: boolean; calendar: string }> => {
  const { body } = await http.ask('so', '/v1/cases/Y-1/items/i1');
  return (body['cycle'] as { due: { date: string; provisional: boolean; calendar: string } }).due;
};

describe('a date past the loaded calendar', () => {
  it('is provisional, and counted again by an event once the year is published', async () => {
    for (const { by, command, data } of walk.slice(0, OPENED_AND_LISTED))
      expect((await send(by, `/v1/cases/Y-1/commands/${command}`, data)).status).toBeLessThan(300);
    await send('so', '/v1/cases/Y-1/commands/assign', {
      itemId: 'i1',
      assignments: [{ id: 'a1', organ: 'cq-housing', role: 'lead', scopeText: 'x' }],
      addressee: 'cq-government',
      rectificationType: 'phased',
      legalPeriod: { n: 2, unit: 'month' },
    });
    const before = await dueOf();
    expect(before).toMatchObject({ date: '2027-01-04', provisional: true });

    const restDays = Object.fromEntries(
      ['01-01', '01-02', '01-03', '01-04', '01-05'].map((day) => [`2027-${day}`, '元旦']),
    );
    const year = { year: 2027, restDays, workDays: {}, notice: '国办发明电〔2026〕9号' };
    const published = await send('so', '/v1/calendars/CN/years', { calendarYear: year });
    expect([
      published.status,
      (published.body['events'] as { type: string }[]).map(({ type }) => type),
    ]).toEqual([200, ['CalendarYearPublished']]);
    now = Date.parse('2026-11-20T00:00:05+08:00');
    await deadlineJob(http.office).run(new AbortController().signal);
    expect(await dueOf()).toMatchObject({ date: '2027-01-06', provisional: false });
  });

  it('refuses a year that is known already, unless it is corrected with a reason', async () => {
    const year = { year: 2027, restDays: {}, workDays: {}, notice: 'another' };
    const again = await send('so', '/v1/calendars/CN/years', { calendarYear: year });
    expect([again.status, again.body['reason']]).toEqual([409, 'calendar.year-known-differently']);
    const corrected = await send(
      'so',
      '/v1/calendars/CN/years',
      { calendarYear: year, reason: '更正' },
      'PUT',
    );
    expect(corrected.status).toBe(200);
  });
});

describe('organs', () => {
  it('are registered, renamed, and shown as of a moment', async () => {
    const register = { kind: 'bureau', name: '市审计局', since: '2019-01-01' };
    const registered = await send('sysadmin', '/v1/organs/cq-audit/commands/register-organ', register);
    expect(registered.status).toBe(200);
    const between = new Date(now + 1_000).toISOString();
    now += 60_000;
    const renamed = await send('so', '/v1/organs/cq-audit/commands/rename-organ', {
      name: '市审计监督局',
      from: '2026-06-01',
    });
    const after = renamed.headers.get('duban-position') ?? '';
    const names = async (query: string): Promise<number> => {
      const { body } = await http.ask('deputy', `/v1/organs?${query}`);
      return (body['items'] as { names: unknown[] }[])[0]?.names.length ?? 0;
    };
    expect([await names(`after=${after}`), await names(`asOf=${between}`)]).toEqual([2, 1]);
  });

  it('refuses what the register does not know', async () => {
    const { status, body } = await send('so', '/v1/organs/nowhere/commands/rename-organ', {
      name: 'x',
      from: '2026-01-01',
    });
    expect([status, body['code'], body['reason']]).toEqual([404, 'not-found', 'organ.unknown']);
  });
});

describe('merging into another case', () => {
  it('takes the facts of the target from its own stream', async () => {
    for (const caseId of ['M-1', 'M-2']) {
      for (const { by, command, data } of numbered(caseId).slice(0, 2))
        expect((await send(by, `/v1/cases/${caseId}/commands/${command}`, data)).status).toBeLessThan(300);
    }
    const merged = await send('so', '/v1/cases/M-1/commands/merge-into', {
      itemId: 'i1',
      intoItemId: 'case-M-2/i1',
    });
    expect(merged.status).toBe(200);
    const ring = await send('so', '/v1/cases/M-2/commands/merge-into', {
      itemId: 'i1',
      intoItemId: 'case-M-1/i1',
    });
    expect([ring.status, ring.body['reason']]).toEqual([409, 'merge.cycle']);
    const nowhere = await send('so', '/v1/cases/M-2/commands/merge-into', {
      itemId: 'i1',
      intoItemId: 'case-M-9/i1',
    });
    expect([nowhere.status, nowhere.body['reason']]).toEqual([404, 'item.unknown']);
  });
});
