import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHttpOffice, type HttpOffice } from '../../apps/api/src/testing/http-office.fixture.ts';
import { walk } from '../../apps/api/src/testing/walk.fixture.ts';
import { answerText } from './answer-text.ts';
import { askedRoutes, type OpenApi } from './asked-routes.ts';

const CASE = 'DB-2025-004';
const WITHHELD = 'DB-2025-005';
const LAST = 'DB-2025-006';

/** Words that stand in one place of the log each. */
const CANARY = {
  number: '渝党密〔2026〕甲七号',
  subject: '仅供内部掌握之事由',
  corrected: '更正后的内部事由',
  archive: '档甲-2026-0077',
  minutes: '主任会议纪要第七七号',
  withheld: '不予公开之案由',
} as const;
type Canary = keyof typeof CANARY;

const OFFICE = ['so', 'cc', 'go'];
const CONGRESS = ['wb', 'deputy'];
const PAPER: readonly Canary[] = ['number', 'subject', 'corrected'];

const found = (canaries: readonly Canary[], roles: readonly string[]): readonly string[] =>
  canaries.flatMap((canary) => roles.map((role) => `${canary} ${role}`));

const paperInCase = found([...PAPER, 'archive'], OFFICE);
const withheldTitle = found(['withheld'], [...OFFICE, ...CONGRESS, 'auditor']);

/** Written by hand: who finds what, by address. What is not here is found by nobody. */
const SEEN: Readonly<Record<string, readonly string[]>> = {
  '/v1/cases': withheldTitle,
  '/v1/cases/{caseId}': [...paperInCase, ...found(['number', 'archive'], ['auditor'])],
  '/v1/cases/{caseId}/events': [
    ...paperInCase,
    ...found(['minutes'], OFFICE),
    ...found(['number', 'archive', 'minutes'], ['auditor']),
  ],
  '/v1/cases/{caseId}/difference': [...paperInCase, ...found(['number', 'archive'], ['auditor'])],
  '/v1/cases/{caseId}/history': [
    ...found(['number', 'subject', 'corrected', 'archive'], OFFICE),
    ...found(['number', 'archive'], ['auditor']),
  ],
  '/v1/cases/{caseId}/why': found(['minutes'], [...OFFICE, 'auditor']),
  '/v1/audit/events': [
    ...found([...PAPER, 'archive', 'minutes', 'withheld'], ['so']),
    ...found(['number', 'archive', 'minutes', 'withheld'], ['auditor', 'auditadmin']),
  ],
  // Deputies are to be told of it.
  '/v1/deadlines': withheldTitle,
  // The addressee of that case sees its own.
  '/v1/board': [...withheldTitle, ...found(['withheld'], ['gov'])],
  '/events': found(['withheld'], ['so', 'auditor']),
  '/v1/exports/xes.xml': found(['withheld'], ['so', 'auditor']),
  '/v1/exports/register.csv': found(['withheld'], ['so', 'auditor']),
  '/v1/exports/register.xlsx': found(['withheld'], ['so', 'auditor']),
  // As it is stored: the words of corrections are encrypted in it.
  '/v1/exports/cases/{caseId}': found(['number', 'subject', 'archive', 'minutes'], ['so']),
};

let http: HttpOffice;
let now = Date.parse('2025-03-01T09:00:00+08:00');
let asked: ReadonlyMap<string, string>;

const send = async (by: string, caseId: string, command: string, body: object): Promise<void> => {
  const path = `/v1/cases/${caseId}/commands/${command}`;
  const { status, body: answer } = await http.ask(by, path, { method: 'POST', body });
  expect([command, status, answer['reason']]).toEqual([command, status < 300 ? status : 200, undefined]);
};

const report = {
  kind: 'request',
  docNo: CANARY.number,
  date: '2025-03-01',
  subject: CANARY.subject,
  replyDocNo: null,
};

/** As an earlier release took it, whatever today's rules say of it. */
const correctPaper = async (): Promise<void> => {
  const stream = `case-${CASE}`;
  const { events } = await http.office.store.readStream(stream, { limit: 500 });
  const paper = events.find(({ type }) => type === 'PartyReportRecorded');
  const last = events.at(-1);
  if (paper === undefined || last === undefined) throw new Error('no paper');
  const data = {
    ...{ targetEventId: paper.id, targetType: paper.type, field: 'subject', approver: 'cq-so' },
    ...{ old: CANARY.subject, new: CANARY.corrected, reason: CANARY.corrected },
  };
  const { recordedAt: _recordedAt, ...metadata } = last.metadata;
  const event = {
    ...{ id: crypto.randomUUID(), type: 'EventCorrected', schemaVersion: 1, data },
    metadata: { ...metadata, commandId: 'correct-paper', commandDigest: 'd', causationId: 'correct-paper' },
  };
  await http.office.store.append(stream, [event], last.revision);
};

const opening = (caseNo: string, title: string): object => {
  const { source, ...rest } = (walk[0]?.data ?? {}) as { source?: object };
  return { data: { ...rest, caseNo, source: { ...source, title } } };
};

const eventIdOf = async (type: string): Promise<string> =>
  (await http.office.store.readLog({ types: [type] })).events[0]?.id ?? '';

beforeAll(async () => {
  http = await openHttpOffice({ clock: { now: () => now } });
  for (const step of walk) {
    now = Date.parse(`${step.at}T10:00:00+08:00`);
    await http.ask(step.by, `/v1/cases/${CASE}/commands/${step.command}`, {
      method: 'POST',
      body: { data: step.data, basis: step.basis },
    });
  }
  await send('so', CASE, 'record-party-report', { data: report });
  await correctPaper();
  await send('so', CASE, 'link-case', {
    data: { kind: 'child', target: WITHHELD },
    basis: { meeting: CANARY.minutes },
  });
  await send('so', CASE, 'close-case', { data: {} });
  await send('so', CASE, 'archive-case', { data: { archiveNo: CANARY.archive, retention: 'permanent' } });
  await send('so', WITHHELD, 'open-case', opening(WITHHELD, CANARY.withheld));
  await send('so', WITHHELD, 'register-item', { data: walk[1]?.data });
  await send('so', WITHHELD, 'withhold-publication', { data: { legalGround: '监督法第十七条' } });
  await send('so', LAST, 'open-case', opening(LAST, '公开'));
  await http.office.read.waitFor(await http.office.store.head(), 10_000);
  await http.office.audit.sealNow();
  const { body: document } = await http.ask('so', '/openapi.json');
  const size = String(http.office.audit.proofs.checkpoint()?.size ?? 0);
  const values = {
    ...{ caseId: CASE, itemId: 'i1', attachmentId: 'none', id: 'person:dp-1', limit: '500' },
    ...{ eventId: await eventIdOf('PartyReportRecorded'), path: `entries/000.p/${size}` },
    ...{ file: 'duban.case.case-opened.v1.json', register: 'organ', from: '2025-01-01', to: '2026-12-31' },
  };
  asked = askedRoutes(document as unknown as OpenApi, values, {
    '/v1/cases/{caseId}/difference': { from: 'nothing' },
    '/v1/audit/consistency': { from: '1', to: size },
    '/v1/board/counts': { groupBy: 'topic' },
  });
});
afterAll(() => http.close());

const textFor = (persona: string, path: string): Promise<string> =>
  answerText({ address: `${http.address}${path}`, token: http.token(persona), last: LAST });

const canariesIn = (text: string): readonly Canary[] =>
  (Object.keys(CANARY) as Canary[]).filter((canary) => text.includes(CANARY[canary]));

const seenAt = async (path: string): Promise<readonly string[]> => {
  const seen: string[] = [];
  for (const { id } of http.personas) {
    const persona = id.replace('person:demo-', '');
    for (const canary of canariesIn(await textFor(persona, path))) seen.push(`${canary} ${persona}`);
  }
  return seen.sort();
};

describe('papers of the office', () => {
  it('are found by whom the table says, at every address of the interface', async () => {
    const table: Record<string, readonly string[]> = {};
    for (const [route, path] of asked) {
      const seen = await seenAt(path);
      if (seen.length > 0) table[route] = seen;
    }
    const expected = Object.entries(SEEN).map(([route, seen]) => [route, [...seen].sort()]);
    expect(table).toEqual(Object.fromEntries(expected));
  }, 120_000);

  it('are not found by their words, which would tell what stands in them', async () => {
    const count = async (by: string, text: string): Promise<number> => {
      const { body } = await http.ask(by, `/v1/audit/events?text=${encodeURIComponent(text)}`);
      return (body['items'] as unknown[]).length;
    };
    for (const text of [CANARY.subject, CANARY.corrected]) {
      expect([await count('so', text), await count('auditor', text)]).toEqual([
        text === CANARY.subject ? 2 : 1,
        0,
      ]);
    }
    expect(await count('auditor', '审议意见')).toBeGreaterThan(0);
  });

  it('are in no revision of the case, and in no difference of two', async () => {
    const { body } = await http.ask('so', `/v1/cases/${CASE}`);
    const last = Number(body['revision']);
    for (const persona of ['housing', 'deputy', 'wb'])
      for (const path of [
        `?version=${String(last - 1)}`,
        `?asOf=2099-01-01T00:00:00Z`,
        `/difference?from=1`,
      ]) {
        expect(canariesIn(await textFor(persona, `/v1/cases/${CASE}${path}`))).toEqual([]);
      }
  });

  it('leave no package to whoever may not have one of them', async () => {
    const reasonFor = async (by: string, caseId: string): Promise<unknown> => {
      const { status, body } = await http.ask(by, `/v1/exports/cases/${caseId}`);
      return [status, body['reason']];
    };
    expect(await reasonFor('auditor', CASE)).toEqual([403, 'case.office-papers']);
    expect(await reasonFor('analyst', WITHHELD)).toEqual([404, 'case.unknown']);
    expect(await reasonFor('auditor', WITHHELD)).toEqual([200, undefined]);
    expect(await reasonFor('analyst', LAST)).toEqual([200, undefined]);
  });
});

describe('what one asker was given', () => {
  it('is never taken for what another one may have', async () => {
    const path = `/v1/cases/${CASE}`;
    const { headers } = await http.ask('so', path);
    const etag = headers.get('etag') ?? '';
    expect(headers.get('vary')).toContain('Authorization');
    expect((await http.ask('so', path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    expect((await http.ask('housing', path, { headers: { 'if-none-match': etag } })).status).toBe(200);
  });

  it('names the revision that a command of theirs rests on', async () => {
    const path = `/v1/cases/${LAST}`;
    const etag = (await http.ask('wb', path)).headers.get('etag') ?? '';
    expect(etag).toMatch(/^"0-congress-[0-9a-f]{12}"$/);
    const body = { data: { kind: 'repeats', target: CASE } };
    const link = (): ReturnType<HttpOffice['ask']> =>
      http.ask('wb', `${path}/commands/link-case`, { method: 'POST', body, headers: { 'if-match': etag } });
    expect((await link()).status).toBe(200);
    const again = { ...body, data: { ...body.data, target: WITHHELD } };
    const late = await http.ask('wb', `${path}/commands/link-case`, {
      ...{ method: 'POST', body: again, headers: { 'if-match': etag } },
    });
    expect([late.status, late.body['code']]).toEqual([412, 'revision-conflict']);
  });
});
