import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { leastOf, threadTime } from '../../../../test/setup/thread-time.ts';
import { openHttpOffice, type HttpOffice } from '../testing/http-office.fixture.ts';
import { walk } from '../testing/walk.fixture.ts';
import { storedCaseLines } from './stored-case.ts';

const CASE = 'DB-2025-004';
const STEPS = 7;

type File = { readonly status: number; readonly type: string; readonly name: string; readonly bytes: Buffer };

let http: HttpOffice;
let now = Date.parse('2025-03-01T09:00:00+08:00');

const fetched = async (path: string, by = 'auditor'): Promise<File> => {
  const answer = await fetch(`${http.address}${path}`, {
    headers: { authorization: `Bearer ${http.token(by)}` },
  });
  const [, name = ''] = /filename\*=UTF-8''(.+)$/.exec(answer.headers.get('content-disposition') ?? '') ?? [];
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? '',
    name: decodeURIComponent(name),
    bytes: Buffer.from(await answer.arrayBuffer()),
  };
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

describe('exports', () => {
  it.each([
    ['/v1/exports/ocel2.json', 'application/json', '督办过程.ocel2.json', '{"objectTypes":'],
    ['/v1/exports/ocel2.xml', 'application/xml', '督办过程.ocel2.xml', '<?xml'],
    ['/v1/exports/xes.xml?traces=items', 'application/xml', '督办过程.xes.xml', '<?xml'],
    ['/v1/exports/register.csv', 'text/csv', '督办台账.csv', '\uFEFF案件编号,'],
    ['/v1/exports/register.xlsx', 'application/vnd.openxml', '督办台账.xlsx', 'PK'],
    [`/v1/exports/cases/${CASE}`, 'application/x-ndjson', `督办案件`, '{"format":"duban-case"'],
  ])('%s is a file with a Chinese name, the same bytes every time', async (path, type, name, begins) => {
    const [first, second] = [await fetched(path), await fetched(path)];
    expect([first.status, first.type.startsWith(type), first.name.startsWith(name)]).toEqual([
      200,
      true,
      true,
    ]);
    expect(first.bytes.toString('utf8').startsWith(begins)).toBe(true);
    expect(first.bytes.equals(second.bytes)).toBe(true);
  });

  it('takes the board’s filters and moments', async () => {
    const lines = async (query: string): Promise<number> =>
      (await fetched(`/v1/exports/register.csv?${query}`)).bytes.toString('utf8').trim().split('\r\n').length;
    expect(await lines('')).toBeGreaterThan(1);
    expect(await lines('stage=CLOSED')).toBe(1);
    expect(await lines(`asOf=${encodeURIComponent('2020-01-01T00:00:00+08:00')}`)).toBe(1);
  });

  it('ends where it is asked to, and knows no place beyond the end', async () => {
    const [first] = (await http.office.store.readLog({ types: ['CaseOpened'] })).events;
    const { bytes } = await fetched(`/v1/exports/ocel2.json?position=${String(first?.position)}`);
    expect((JSON.parse(bytes.toString('utf8')) as { events: unknown[] }).events).toHaveLength(1);
    const beyond = String(first?.position).replace(/\d{20}$/, '99999999999999999999');
    expect((await fetched(`/v1/exports/ocel2.json?position=${beyond}`)).status).toBe(422);
  });

  it('packs a case as it is stored, each event proven against one checkpoint', async () => {
    const { bytes } = await fetched(`/v1/exports/cases/${CASE}`);
    const lines = bytes.toString('utf8').trim().split('\n').slice(1);
    const files = Map.groupBy(
      lines.map((line) => JSON.parse(line) as { file: string; line: string }),
      ({ file }) => file,
    );
    const events = (files.get('events.ndjson') ?? []).map(({ line }) => JSON.parse(line) as { id: string });
    const proofs = [...files.keys()].filter((file) => file.startsWith('proofs/'));
    expect([events.length, proofs.length]).toEqual([STEPS, STEPS]);
    expect(files.get('checkpoint.txt')?.length).toBeGreaterThan(3);
    expect((await fetched('/v1/exports/cases/nothing')).status).toBe(404);
  });

  it('are for auditors, analysts and the supervision office', async () => {
    const statuses = await Promise.all(
      ['auditor', 'analyst', 'so', 'housing', 'gov'].map(
        async (by) => (await fetched('/v1/exports/register.csv', by)).status,
      ),
    );
    expect(statuses).toEqual([200, 200, 200, 403, 403]);
  });
});

describe('the package of a case with hundreds of events', () => {
  const caseId = 'DB-2025-LONG';
  const ITEMS = 400;
  const TRIES = 4;

  beforeAll(async () => {
    const send = (command: string, data: object) =>
      http.ask('so', `/v1/cases/${caseId}/commands/${command}`, { method: 'POST', body: { data } });
    await send('open-case', { ...walk[0]?.data, caseNo: caseId });
    for (let n = 1; n <= ITEMS; n += 1)
      await send('register-item', { ...walk[1]?.data, itemId: `i${String(n)}` });
    await http.office.audit.sealNow();
    // What is loaded and compiled at the first time is not measured.
    await fetched(`/v1/exports/cases/${caseId}`);
  });

  it('is made in a thread of its own: the one that serves is busy far less', async () => {
    const files = new Set<string>();
    const there = await leastOf(TRIES, () =>
      threadTime(async () => {
        files.add((await fetched(`/v1/exports/cases/${caseId}`)).bytes.toString('utf8'));
      }),
    );
    const here = await leastOf(TRIES, () =>
      threadTime(async () => {
        const lines: string[] = [];
        for await (const line of storedCaseLines(http.office.config, `case-${caseId}`)) lines.push(line);
        files.add(lines.join(''));
      }),
    );
    expect([...files].map((text) => text.split('\n').length > ITEMS)).toEqual([true]);
    expect(there).toBeLessThan(here / 2);
  });
});
