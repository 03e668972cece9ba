import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_PERSONAS } from '@duban/nest';
import { auditFiles, auditOptionsOf, openAuditLog } from '@duban/audit-log';
import { nodePrimitives, verifyBundle } from '@duban/audit-verify';
import { openSqliteStore } from '@duban/event-store-sqlite';
import { openHttpOffice, type HttpOffice } from '../../apps/api/src/testing/http-office.fixture.ts';
import { walk } from '../../apps/api/src/testing/walk.fixture.ts';
import { CLI, ended, start } from '../e2e/duban.ts';

const CASE = 'DB-2025-004';
const ASSIGNED_STEPS = 7;

let http: HttpOffice;
let now = Date.parse('2025-03-01T09:00:00+08:00');

type Told = { reader: { id: string; role: string; organ: string }; what: string; at: string; many: boolean };
type Answer = { couldSee: { roles: string[]; organs: string[] }; items: Told[]; more: boolean };

const whoSaw = async (from: string, to: string, persona = 'auditor'): Promise<Answer> => {
  const query = `caseId=${CASE}&from=${from}&to=${to}`;
  const { status, body } = await http.ask(persona, `/v1/audit/reads?${query}`);
  expect(status).toBe(200);
  return body as unknown as Answer;
};

const told = ({ items }: Answer): string[] => items.map(({ reader, what }) => `${reader.id} ${what}`);

beforeAll(async () => {
  http = await openHttpOffice({ clock: { now: () => now } });
  for (const step of walk.slice(0, ASSIGNED_STEPS)) {
    now = Date.parse(`${step.at}T10:00:00+08:00`);
    const path = `/v1/cases/${CASE}/commands/${step.command}`;
    await http.ask(step.by, path, { method: 'POST', body: { data: step.data, basis: step.basis } });
  }
  await http.office.read.waitFor(await http.office.store.head(), 10_000);
});
afterAll(() => http.close());

describe('who could see a case on a day, and who did', () => {
  it('names those who read it then, by id, with what they asked for', async () => {
    now = Date.parse('2025-05-06T00:30:00+08:00');
    await http.ask('deputy', `/v1/cases/${CASE}`);
    await http.ask('housing', `/v1/cases/${CASE}/items/i1`);
    now = Date.parse('2025-05-06T23:30:00+08:00');
    await http.ask('so', '/v1/board');
    now = Date.parse('2025-05-07T00:30:00+08:00');
    await http.ask('so', `/v1/cases/${CASE}/events`);
    const answer = await whoSaw('2025-05-06', '2025-05-06');
    expect(told(answer)).toEqual([
      'person:demo-so GET /v1/board',
      'person:demo-housing GET /v1/cases/:caseId/items/:itemId',
      'person:demo-deputy GET /v1/cases/:caseId',
    ]);
    expect(answer.items.map(({ many }) => many)).toEqual([false, false, false]);
    expect(told(await whoSaw('2025-05-07', '2025-05-07'))).toContain(
      'person:demo-so GET /v1/cases/:caseId/events',
    );
  });

  it('names those who could have: roles that see every case, and organs that took part by then', async () => {
    const { couldSee } = await whoSaw('2025-05-06', '2025-05-06');
    expect(couldSee.roles).toEqual(expect.arrayContaining(['supervision-office', 'auditor', 'deputy']));
    // By exports and events the one, by the trail of the audit the other.
    expect(couldSee.roles).toEqual(expect.arrayContaining(['analyst', 'audit-admin']));
    expect(couldSee.roles).not.toContain('security-admin');
    expect(couldSee.organs).toEqual(expect.arrayContaining(['cq-government', 'cq-housing']));
    expect(couldSee.organs).not.toContain('cq-traffic');
    expect((await whoSaw('2024-01-01', '2024-01-02')).couldSee.organs).toEqual([]);
  });

  it('counts as read what shows every case, and not what showed nothing', async () => {
    now = Date.parse('2025-05-08T09:00:00+08:00');
    await http.ask('analyst', '/v1/exports/xes.xml');
    await http.ask('traffic', `/v1/cases/${CASE}`);
    await http.ask('traffic', '/v1/board');
    await http.ask('deputy', '/v1/cases/DB-0000-000');
    const answer = await whoSaw('2025-05-08', '2025-05-08');
    expect(told(answer).filter((line) => !line.includes('auditor'))).toEqual([
      expect.stringMatching(/^person:demo-analyst GET \/v1\/exports\//),
    ]);
  });

  it('keeps neither names nor what was searched for', async () => {
    now = Date.parse('2025-05-09T09:00:00+08:00');
    await http.ask('so', `/v1/cases?text=${encodeURIComponent('绝密词')}`);
    const { dataDir } = http.office.config;
    const { reads } = auditFiles(auditOptionsOf(http.office.config, 'reads'));
    expect(reads).toBe(join(dataDir, 'audit/reads.sqlite'));
    const database = new DatabaseSync(reads, { readOnly: true });
    const rows = database.prepare('SELECT data, metadata FROM event').all();
    database.close();
    const text = JSON.stringify(rows);
    expect(rows.length).toBeGreaterThan(5);
    expect(text).not.toContain('绝密词');
    for (const { name } of http.personas) expect(text).not.toContain(name);
  });

  it('is itself written down', async () => {
    now = Date.parse('2025-05-10T09:00:00+08:00');
    await whoSaw('2025-05-10', '2025-05-10');
    expect(told(await whoSaw('2025-05-10', '2025-05-10'))).toEqual([
      'person:demo-auditor GET /v1/audit/reads',
    ]);
  });

  it('finds a case in the trail of the audit, which names streams', async () => {
    now = Date.parse('2025-05-12T09:00:00+08:00');
    await http.ask('auditor', '/v1/audit/events?type=CaseOpened');
    expect(told(await whoSaw('2025-05-12', '2025-05-12'))).toEqual([
      'person:demo-auditor GET /v1/audit/events',
    ]);
  });

  it('counts whoever follows the events on each day on which something is shown to them', async () => {
    now = Date.parse('2025-05-13T09:00:00+08:00');
    const leaving = new AbortController();
    const headers = { authorization: `Bearer ${http.token('so')}` };
    const followed = await fetch(`${http.address}/events`, { headers, signal: leaving.signal });
    const reader = followed.body?.pipeThrough(new TextDecoderStream()).getReader();
    const until = async (words: string): Promise<void> => {
      for (let text = ''; !text.includes(words);) text += (await reader?.read())?.value ?? '';
    };
    await until('retry');
    now = Date.parse('2025-05-15T09:00:00+08:00');
    const path = `/v1/cases/${CASE}/commands/acknowledge-receipt`;
    const receipt = walk[ASSIGNED_STEPS];
    const { status } = await http.ask(receipt?.by ?? '', path, {
      method: 'POST',
      body: { data: receipt?.data },
    });
    expect(status).toBe(200);
    await until('data:');
    leaving.abort();
    const on = async (day: string): Promise<readonly string[]> =>
      told(await whoSaw(day, day)).filter((line) => line.endsWith('GET /events'));
    expect(await Promise.all(['2025-05-13', '2025-05-14', '2025-05-15'].map(on))).toEqual([
      ['person:demo-so GET /events'],
      [],
      ['person:demo-so GET /events'],
    ]);
  });

  it('is answered on the command line as over HTTP', async () => {
    const days = ['--from', '2025-05-06', '--to', '2025-05-15'];
    const env = { DUBAN_DATA: http.office.config.dataDir };
    const asked = await ended(start(CLI, ['reads', CASE, ...days, '--output', 'json'], env));
    expect([asked.code, asked.err]).toEqual([0, '']);
    const { couldSee, items } = JSON.parse(asked.out) as Answer;
    const overHttp = await whoSaw('2025-05-06', '2025-05-15');
    expect({ couldSee, items }).toEqual({ couldSee: overHttp.couldSee, items: overHttp.items });
    expect(items.length).toBeGreaterThan(5);
    const shown = await ended(start(CLI, ['reads', CASE, ...days, '--lang', 'en'], env));
    expect(shown.out).toContain('person:demo-housing');
    const codes = [
      ['DB-0', ...days],
      [CASE, '--from', '2025-05-07', '--to', '2025-05-06'],
    ].map(async (args) => (await ended(start(CLI, ['reads', ...args], env))).code);
    expect(await Promise.all(codes)).toEqual([4, 2]);
  });

  it.each([
    ['caseId=x', 422],
    [`caseId=${CASE}&from=2025-05-02&to=2025-05-01`, 422],
    [`caseId=${CASE}&from=2025-13-01&to=2025-05-01`, 422],
    ['caseId=DB-0000-000&from=2025-05-01&to=2025-05-01', 404],
  ])('answers ?%s with %d', async (query, expected) => {
    expect((await http.ask('auditor', `/v1/audit/reads?${query}`)).status).toBe(expected);
  });

  it.each(DEMO_PERSONAS)('is told to auditors and keepers of the audit only: $role', async ({ id, role }) => {
    const path = `/v1/audit/reads?caseId=${CASE}&from=2025-05-01&to=2025-05-01`;
    const { status } = await http.ask(id.replace('person:demo-', ''), path);
    expect(status).toBe(['auditor', 'audit-admin'].includes(role) ? 200 : 403);
  });
});

describe('the log of reads', () => {
  it('has a tree of its own: it is exported and verified as the log of events is', async () => {
    const options = auditOptionsOf(http.office.config, 'reads');
    const store = await openSqliteStore({ file: auditFiles(options).reads, readOnly: true });
    const log = openAuditLog(options);
    await log.seal(store);
    const lines: string[] = [];
    const { size } = await log.export(store, (line) => void lines.push(line));
    const verdict = await verifyBundle(lines, { keys: log.verifierKeys() }, nodePrimitives);
    log.close();
    await store.close();
    expect([log.origin, verdict.result, verdict.checked.records]).toEqual([
      'duban/cq/reads/sha256',
      'good',
      size,
    ]);
  });
});

describe('where a read cannot be written down', () => {
  /** With its read models up, so that a board is answered at once. */
  const openReady = async (settings: Readonly<Record<string, string>> = {}): Promise<HttpOffice> => {
    const opened = await openHttpOffice({}, settings);
    await opened.office.read.waitFor(await opened.office.store.head(), 60_000);
    return opened;
  };
  const breakLog = (office: HttpOffice): void => {
    const { reads } = auditFiles(auditOptionsOf(office.office.config, 'reads'));
    const database = new DatabaseSync(reads);
    database.exec('DROP TABLE event');
    database.close();
  };

  it('nothing is shown where the settings want every read on record, and commands go on', async () => {
    const strict = await openReady({ DUBAN_READ_LOG: 'required' });
    try {
      expect((await strict.ask('so', '/v1/board')).status).toBe(200);
      breakLog(strict);
      expect((await strict.ask('so', '/v1/board')).status).toBe(503);
      expect((await strict.ask('so', '/v1/organs')).status).toBe(200);
    } finally {
      await strict.close();
    }
  });

  it('it is shown all the same where they do not', async () => {
    const lenient = await openReady();
    try {
      breakLog(lenient);
      expect((await lenient.ask('so', '/v1/board')).status).toBe(200);
    } finally {
      await lenient.close();
    }
  });
});
