import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditFiles, auditOptionsOf } from '@duban/audit-log';
import { cqDefault1 } from '@duban/projections';
import { createApp } from '../../apps/api/src/start/create-app.ts';
import { openHttpOffice, type HttpOffice } from '../../apps/api/src/testing/http-office.fixture.ts';
import { walk } from '../../apps/api/src/testing/walk.fixture.ts';
import { routesIn } from './route-table.ts';

const CASE = 'DB-2025-004';
const OTHER = 'DB-2025-005';
const PERSON = 'person:dp-1';
/** Stands for the id that the file gets when it is filed. */
const FILE = '@file';
const PERIOD = { from: '2025-01-01', to: '2026-12-31' };

/** A question, and what must be on record of it: the cases shown (`null`: all) and what it was about. */
type Shown = {
  readonly ask: string;
  readonly cases: readonly string[] | null;
  readonly by?: string;
  readonly body?: object;
  readonly about?: string;
};

const one = (ask: string, more: Partial<Shown> = {}): Shown => ({ ask, cases: [CASE], ...more });
const all = (ask: string): Shown => ({ ask, cases: null });
const byAuditor = { by: 'auditor' };
const draft = {
  ...cqDefault1,
  version: 9,
  lights: [{ id: 'red', color: 'red', atOrBelowWorkingDays: null }],
};

/** Routes whose answers show a case, a person, or who read them. */
const SHOWING: Readonly<Record<string, Shown>> = {
  'GET /v1/cases': { ask: '/v1/cases', cases: [CASE, OTHER] },
  'GET /v1/cases/:caseId': one(`/v1/cases/${CASE}`),
  'GET /v1/cases/:caseId/items/:itemId': one(`/v1/cases/${CASE}/items/i1`, { about: 'i1' }),
  'GET /v1/cases/:caseId/events': one(`/v1/cases/${CASE}/events`),
  'GET /v1/cases/:caseId/difference': one(`/v1/cases/${CASE}/difference?from=0`),
  'GET /v1/cases/:caseId/history': one(`/v1/cases/${CASE}/history`),
  'GET /v1/cases/:caseId/why': one(`/v1/cases/${CASE}/why`),
  'GET /v1/cases/:caseId/conformance': one(`/v1/cases/${CASE}/conformance`),
  'GET /v1/cases/:caseId/steps': one(`/v1/cases/${CASE}/steps?item=i1`),
  'GET /v1/steps': { ask: '/v1/steps', cases: [] },
  'GET /v1/cases/:caseId/attachments': one(`/v1/cases/${CASE}/attachments`),
  'GET /v1/cases/:caseId/attachments/:attachmentId': one(`/v1/cases/${CASE}/attachments/${FILE}`, {
    about: FILE,
  }),
  'GET /v1/board': one('/v1/board?asOf=2026-06-30T00:00:00Z'),
  'GET /v1/board/counts': one(`/v1/board/counts?caseId=${CASE}`),
  'GET /v1/board/summary': one(`/v1/board/summary?caseId=${CASE}`),
  'GET /v1/board/changes': one(`/v1/board/changes?from=${PERIOD.from}&to=2025-12-31`),
  'POST /v1/rule-trials': one('/v1/rule-trials', { body: { ruleSet: draft, ...PERIOD } }),
  // Of the other one it says by when it is to be published.
  'GET /v1/deadlines': { ask: '/v1/deadlines?open=false', cases: [CASE, OTHER] },
  'GET /v1/satisfaction': one('/v1/satisfaction'),
  'GET /v1/audit/events': { ask: '/v1/audit/events?limit=500', cases: [CASE, OTHER], ...byAuditor },
  // Nothing deviates here, so that no case is shown.
  'GET /v1/audit/conformance': { ask: '/v1/audit/conformance', cases: [], ...byAuditor },
  'GET /v1/audit/reads': one(`/v1/audit/reads?caseId=${CASE}&from=${PERIOD.from}&to=${PERIOD.to}`, byAuditor),
  'GET /v1/exports/ocel2.json': all('/v1/exports/ocel2.json'),
  'GET /v1/exports/ocel2.xml': all('/v1/exports/ocel2.xml'),
  'GET /v1/exports/xes.xml': all('/v1/exports/xes.xml'),
  'GET /v1/exports/register.csv': all('/v1/exports/register.csv'),
  'GET /v1/exports/register.xlsx': one(`/v1/exports/register.xlsx?caseId=${CASE}`),
  'GET /v1/exports/cases/:caseId': one(`/v1/exports/cases/${CASE}`),
  'GET /v1/proposals': { ask: '/v1/proposals', cases: [] },
  'GET /v1/imports': { ask: '/v1/imports', cases: [] },
  'GET /v1/posts': { ask: '/v1/posts', cases: [], ...byAuditor },
  'GET /v1/people/:id': { ask: `/v1/people/${PERSON}`, cases: [], about: PERSON },
  'GET /events': all('/events'),
};

const WRITES =
  'the log of events has it; where it is refused, the stage of the items it named is all that is told';
const REFERENCE = 'what all cases lean on, open to every role';
const DIGESTS = 'digests and labels of the log, no contents';
const PROCESS = 'about the process, not about what it keeps';

/** All other routes, and why nobody is told who asked them. */
const SHOWING_NOBODY: Readonly<Record<string, string>> = {
  'POST /v1/cases/:caseId/commands/:name': WRITES,
  'POST /v1/cases/:caseId/attachments': WRITES,
  'POST /v1/organs/:organId/commands/:name': WRITES,
  'POST /v1/bodies/:id/commands/:name': WRITES,
  'POST /v1/meetings/:id/commands/:name': WRITES,
  'POST /v1/mandates/:id/commands/:name': WRITES,
  'POST /v1/calendars/:region/years': WRITES,
  'PUT /v1/calendars/:region/years': WRITES,
  'POST /v1/rule-sets': WRITES,
  'POST /v1/posts/commands/:name': WRITES,
  'GET /v1/me': 'tells whoever asks of themselves',
  'POST /v1/people': 'answers with the name that the asker gave',
  'POST /v1/people/:id/erasure': WRITES,
  'POST /v1/people/:id/erasure/commands/:name': WRITES,
  'POST /v1/projections/parked/:stream/retry': PROCESS,
  'GET /v1/projections': PROCESS,
  'GET /v1/outlets': PROCESS,
  'POST /v1/outlets/:outlet/commands/:name': WRITES,
  'GET /v1/calendars': REFERENCE,
  'GET /v1/rule-sets': REFERENCE,
  'GET /v1/organs': REFERENCE,
  'GET /v1/bodies': REFERENCE,
  'GET /v1/meetings': REFERENCE,
  'GET /v1/mandates': 'which post may act for a body; of a case no more than its id',
  'GET /v1/steps/:register': REFERENCE,
  'GET /v1/performance': 'totals by organ',
  'GET /v1/audit/checkpoint': DIGESTS,
  'GET /v1/audit/key': DIGESTS,
  'GET /v1/audit/tile/*': DIGESTS,
  'GET /v1/audit/proof/event/:eventId': DIGESTS,
  'GET /v1/audit/consistency': DIGESTS,
  'GET /health/live': PROCESS,
  'GET /health/ready': PROCESS,
  'GET /metrics': PROCESS,
  'GET /schemas/:file': 'the forms of messages, open to everybody',
  'GET /openapi.json': 'the description of this interface',
  'GET /asyncapi.yaml': 'the description of public messages',
  'GET /demo/personas': 'invented people of the demo',
  'GET /verify.html': 'a page that holds nothing',
};

/** Files that are the same for whoever asks: pages as they were built, the browser of the interface's description. */
const FILES =
  /^GET \/(?:|docs(?:\/.*)?|assets\/.+|(?:index\.html|favicon\.svg|browser-floor\.js)(?:\.gz|\.br)?)$/;

let http: HttpOffice;
let routes: readonly string[];
let fileId = '';
let now = Date.parse('2025-03-01T09:00:00+08:00');

const send = (by: string, path: string, data: object, basis?: object): Promise<unknown> =>
  http.ask(by, path, { method: 'POST', body: { data, basis } });

type OnRecord = {
  readonly by: string;
  readonly what: string;
  readonly cases: readonly string[] | null;
  readonly about: string | null;
};

/** What was written down last; the file itself, so that no code under test has a say in it. */
const lastRead = (): OnRecord => {
  const { reads } = auditFiles(auditOptionsOf(http.office.config, 'reads'));
  const database = new DatabaseSync(reads, { readOnly: true });
  const row = database.prepare('SELECT data, metadata FROM event ORDER BY position DESC LIMIT 1').get();
  database.close();
  const { what, cases, about } = JSON.parse(String(row?.['data'])) as OnRecord;
  const { actor } = JSON.parse(String(row?.['metadata'])) as { actor: { id: string } };
  return { by: actor.id, what, cases: cases === null ? null : [...cases].sort(), about };
};

/** Files a file with the case. Answers its id. */
const filed = async (): Promise<string> => {
  const answer = await fetch(`${http.address}/v1/cases/${CASE}/attachments`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${http.token('so')}`,
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="report.pdf"',
    },
    body: '%PDF-1.7\n%%EOF\n',
  });
  const { attachmentId } = (await answer.json()) as { attachmentId: string };
  return attachmentId;
};

/** The status, with the answer read to its end; followers of events never end and are left at once. */
const statusOf = async ({ by = 'so', ask, body }: Shown): Promise<number> => {
  if (ask !== '/events')
    return (await http.ask(by, ask.replace(FILE, fileId), body === undefined ? {} : { method: 'POST', body }))
      .status;
  const leaving = new AbortController();
  const headers = { authorization: `Bearer ${http.token(by)}` };
  const { status } = await fetch(`${http.address}${ask}`, { headers, signal: leaving.signal });
  leaving.abort();
  return status;
};

beforeAll(async () => {
  http = await openHttpOffice({ clock: { now: () => now } }, { DUBAN_READ_LOG: 'required' });
  for (const step of walk) {
    now = Date.parse(`${step.at}T10:00:00+08:00`);
    await send(step.by, `/v1/cases/${CASE}/commands/${step.command}`, step.data, step.basis);
  }
  fileId = await filed();
  await send('so', `/v1/cases/${OTHER}/commands/open-case`, { ...walk[0]?.data, caseNo: OTHER });
  await send('so', `/v1/cases/${OTHER}/commands/register-item`, walk[1]?.data ?? {});
  await http.ask('so', '/v1/people', { method: 'POST', body: { id: PERSON, name: '丁' } });
  await http.office.read.waitFor(await http.office.store.head(), 10_000);
  const app = await createApp(http.office);
  routes = routesIn(app.getHttpAdapter().getInstance().printRoutes());
});
afterAll(() => http.close());

describe('the table of routes', () => {
  it('says of every route whether its readers are written down, and of no other', () => {
    const known = [...Object.keys(SHOWING), ...Object.keys(SHOWING_NOBODY)].sort();
    expect(routes.filter((route) => !FILES.test(route)).sort()).toEqual(known);
  });
});

describe('who reads is written down', () => {
  it.each(Object.entries(SHOWING))('by %s', async (route, shown) => {
    now += 60_000;
    expect(await statusOf(shown)).toBe(200);
    const { by = 'so', cases, about = null } = shown;
    expect(lastRead()).toEqual({
      by: `person:demo-${by}`,
      what: route,
      cases,
      about: about?.replace(FILE, fileId) ?? null,
    });
  });

  it.each(['ocel2.json', 'ocel2.xml', 'xes.xml'])(
    'as a reader of every case, whatever case is named in the address of %s',
    async (name) => {
      const { status } = await http.ask('so', `/v1/exports/${name}?caseId=DB-0000-000`);
      expect(status === 422 || lastRead().cases === null).toBe(true);
    },
  );
});

describe('where who reads cannot be written down, and the settings want it', () => {
  beforeAll(() => {
    const { reads } = auditFiles(auditOptionsOf(http.office.config, 'reads'));
    const database = new DatabaseSync(reads);
    database.exec('DROP TABLE event');
    database.close();
  });

  it.each(Object.entries(SHOWING))('nothing is shown by %s', async (_route, shown) => {
    expect(await statusOf(shown)).toBe(503);
  });
});
