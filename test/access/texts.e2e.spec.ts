import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeEventOf } from '@duban/contracts';
import type { NewEvent } from '@duban/event-store';
import type { JsonObject } from '@duban/kernel';
import { openHttpOffice, type HttpOffice } from '../../apps/api/src/testing/http-office.fixture.ts';
import { answerText } from './answer-text.ts';
import { askedRoutes, type OpenApi } from './asked-routes.ts';
import { goldenCaseLogs } from './golden-cases.ts';
import { markedLog, type Mark } from './marked-log.ts';

/** The golden cases, the first once more as one that was restricted, and the suggestion as one that the demo's deputy signed. */
const CASES = ['g1', 'g2', 'g3', 'g4', 'g5', 'shut', 'own'] as const;
type CaseId = (typeof CASES)[number];
type Read = 'all' | 'parties' | 'number';
const LAST = 'own';

const OPEN: Partial<Readonly<Record<CaseId, Read>>> = {
  ...{ g1: 'all', g2: 'all', g3: 'all', g4: 'all', g5: 'all', own: 'all' },
};
const EVERYWHERE: Partial<Readonly<Record<CaseId, Read>>> = { ...OPEN, shut: 'all' };

/**
 * Written by hand: whose texts each persona finds, over every address of the interface together. `parties`: all but what the
 * Congress weighs before it decides; `number`: that there is such a case. What is not here is found by nobody.
 */
const READS: Readonly<Record<string, Partial<Readonly<Record<CaseId, Read>>>>> = {
  ...{ so: EVERYWHERE, go: EVERYWHERE, cc: EVERYWHERE },
  // Of the restricted case nothing: it is not led by this committee.
  wb: OPEN,
  auditor: { ...OPEN, shut: 'number' },
  // By the audit trail.
  auditadmin: OPEN,
  gov: { g1: 'parties', g2: 'parties', g3: 'parties', g5: 'parties', shut: 'parties', own: 'parties' },
  housing: { g1: 'parties', g2: 'parties', g3: 'parties', shut: 'parties', own: 'parties' },
  emergency: { g1: 'parties', g2: 'parties', shut: 'parties' },
  // What the public is not told of, g2, deputies are; of another deputy's suggestion they have the skeleton.
  deputy: { g1: 'all', g2: 'all', g4: 'all', g5: 'all', own: 'all' },
  ...{ civil: {}, traffic: {}, analyst: {}, sysadmin: {}, secadmin: {} },
};

const decode = decodeEventOf('case');
/** Organs and people of the golden cases, under the names that personas of the demo have. */
const CAST: readonly (readonly [string, string])[] = [
  ['"cq-gov"', '"cq-government"'],
  ['"cq-data"', '"cq-emergency"'],
];

const SOURCES: Partial<Readonly<Record<CaseId, string>>> = { shut: 'g1', own: 'g3' };
const sourceOf = (caseId: CaseId): string => SOURCES[caseId] ?? caseId;

/** Of a restricted case not even what everybody reads of others is found: its number, and its titles. */
const skeletonMarks: readonly Mark[] = [
  { words: '¶shut:number¶', readers: 'number' },
  { words: '¶shut:title¶', readers: 'parties' },
  { words: '¶shut:item¶', readers: 'parties' },
];
const withMarks = (data: JsonObject): JsonObject => {
  const { caseNo, source, title, ...others } = data;
  return {
    ...others,
    ...(caseNo === undefined ? {} : { caseNo: '¶shut:number¶', topic: '¶shut:title¶' }),
    ...(title === undefined ? {} : { title: '¶shut:item¶' }),
    ...(source === undefined ? {} : { source: { ...(source as JsonObject), title: '¶shut:title¶' } }),
  };
};

let http: HttpOffice;
const marks = new Map<CaseId, readonly Mark[]>();

const tell = async (caseId: CaseId): Promise<void> => {
  const from = sourceOf(caseId);
  const golden = goldenCaseLogs().find(([first]) => first?.stream === `case-${from}`) ?? [];
  const marked = markedLog(golden.map(decode), `${caseId}:`);
  const isShut = caseId === 'shut';
  marks.set(caseId, isShut ? [...marked.marks, ...skeletonMarks] : marked.marks);
  const cast = caseId === 'own' ? [...CAST, ['person:dp-1', 'person:demo-deputy'] as const] : CAST;
  const dataAt = (index: number): JsonObject => marked.log[index]?.data as object as JsonObject;
  for (const [index, { type, schemaVersion, metadata }] of golden.entries()) {
    const { recordedAt: _recordedAt, ...said } = metadata;
    const commandId = `${caseId}-${String(index)}`;
    const whole = JSON.stringify({
      ...{
        id: crypto.randomUUID(),
        type,
        schemaVersion,
        data: isShut ? withMarks(dataAt(index)) : dataAt(index),
      },
      metadata: { ...said, commandId, causationId: commandId },
    });
    const told = cast.reduce((text, [one, other]) => text.replaceAll(one, other), whole);
    const event = JSON.parse(told) as NewEvent;
    await http.office.store.append(`case-${caseId}`, [event], index === 0 ? 'no-stream' : index - 1);
  }
};

/** By the office itself, with a ground that organs do not read. */
const restrict = async (caseId: CaseId): Promise<void> => {
  const ground = '¶shut:ground¶';
  const data = { secrecy: 'work-secret', ground, documentNo: '密1' };
  const path = `/v1/cases/${caseId}/commands/restrict-case`;
  expect((await http.ask('so', path, { method: 'POST', body: { data } })).status).toBe(200);
  marks.set(caseId, [...(marks.get(caseId) ?? []), { words: ground, readers: 'congress' }]);
};

beforeAll(async () => {
  http = await openHttpOffice({ clock: { now: () => Date.parse('2027-01-04T09:00:00+08:00') } });
  for (const caseId of CASES) {
    await tell(caseId);
    if (caseId === 'shut') await restrict(caseId);
  }
  await http.office.read.waitFor(await http.office.store.head(), 50_000);
  await http.office.audit.sealNow();
});
afterAll(() => http.close());

const addresses = async (): Promise<ReadonlySet<string>> => {
  const { body } = await http.ask('so', '/openapi.json');
  const size = String(http.office.audit.proofs.checkpoint()?.size ?? 0);
  const { events } = await http.office.store.readLog({ types: ['PartyReportRecorded'] });
  const all = CASES.flatMap((caseId) => [
    ...askedRoutes(
      body as unknown as OpenApi,
      {
        ...{ caseId, itemId: `${sourceOf(caseId)}-i1`, attachmentId: 'none' },
        ...{ id: 'person:dp-1', limit: '500', eventId: events[0]?.id ?? '', path: `entries/000.p/${size}` },
        ...{
          file: 'duban.case.case-opened.v1.json',
          register: 'organ',
          from: '2025-01-01',
          to: '2026-12-31',
        },
      },
      {
        '/v1/cases/{caseId}/difference': { from: 'nothing' },
        '/v1/audit/consistency': { from: '1', to: size },
        '/v1/board/counts': { groupBy: 'topic' },
        '/v1/satisfaction': caseId === 'g1' ? {} : { caseId },
      },
    ).values(),
  ]);
  return new Set(all);
};

describe('the texts of cases', () => {
  it('are found by whom the table says, at all addresses together', async () => {
    const asked = [...(await addresses())];
    for (const { id } of http.personas) {
      const persona = id.replace('person:demo-', '');
      const found = new Set<string>();
      for (const path of asked) {
        const one = { address: `${http.address}${path}`, token: http.token(persona), last: LAST };
        for (const [words] of (await answerText(one)).matchAll(/¶[^¶"\\]+¶/g)) found.add(words);
      }
      const lawful = CASES.flatMap((caseId) => {
        const read = READS[persona]?.[caseId];
        const all = marks.get(caseId) ?? [];
        return all.filter(
          ({ readers }) => read === 'all' || read === readers || (read === 'parties' && readers === 'number'),
        );
      });
      expect([persona, [...found].sort()]).toEqual([persona, lawful.map(({ words }) => words).sort()]);
    }
  }, 600_000);

  it('are not there where a deputy reads of the suggestion of others, and everything else is', async () => {
    const [mine, others] = [
      await http.ask('deputy', '/v1/cases/own'),
      await http.ask('deputy', '/v1/cases/g3'),
    ];
    expect([mine.headers.get('etag'), others.headers.get('etag')].map((etag) => etag?.split('-')[1])).toEqual(
      ['congress', 'analysis'],
    );
    const stagesIn = ({ body }: typeof mine): unknown =>
      Object.values(
        (body['state'] as { items: Record<string, { stage: string; cycle: { due: object } }> }).items,
      ).map(({ stage, cycle }) => [stage, cycle.due]);
    expect(stagesIn(others)).toEqual(stagesIn(mine));
    expect(JSON.stringify(others.body)).toContain('\u2400withheld');
  });

  it('and files are refused to whoever has the skeleton only, with a word on what to do', async () => {
    const path = '/v1/cases/g3/attachments/none';
    const { status, body } = await http.ask('deputy', path);
    expect([status, body['reason']]).toEqual([403, 'case.skeleton-only']);
    expect((await http.ask('so', path)).status).toBe(404);
  });

  it('of a restricted case are found by nobody else, and an auditor is told its number and days', async () => {
    const { status, body } = await http.ask('auditor', '/v1/cases/shut');
    expect([status, body['reason'], body['details']]).toEqual([
      403,
      'case.restricted',
      { caseNo: '¶shut:number¶', openedOn: '2025-08-04', restrictedOn: '2027-01-04' },
    ]);
    for (const persona of ['deputy', 'wb', 'traffic'])
      expect((await http.ask(persona, '/v1/cases/shut')).body['reason']).toBe('case.unknown');
    const etag = (await http.ask('housing', '/v1/cases/shut')).headers.get('etag') ?? '';
    const known = { headers: { 'if-none-match': etag } };
    expect((await http.ask('housing', '/v1/cases/shut', known)).status).toBe(304);
    expect((await http.ask('deputy', '/v1/cases/shut', known)).status).toBe(404);
  });

  it('of a restricted case are not counted either, and are once it is lifted', async () => {
    const total = async (persona: string, query = ''): Promise<unknown> =>
      (await http.ask(persona, `/v1/board/counts${query}`)).body['total'];
    const past = `?by=occurred&asOf=${encodeURIComponent('2026-06-01T09:00:00+08:00')}`;
    const [all, seen] = [await total('so'), await total('deputy')];
    const [allThen, seenThen] = [await total('so', past), await total('deputy', past)];
    expect([Number(all) > Number(seen), Number(allThen) > Number(seenThen)]).toEqual([true, true]);
    const lift = { data: { ground: 'g', documentNo: '密2' } };
    const sent = { method: 'POST', body: lift };
    const path = '/v1/cases/shut/commands/lift-restriction';
    expect((await http.ask('go', path, sent)).body['reason']).toBe('restriction.other-body');
    expect((await http.ask('so', path, sent)).status).toBe(200);
    expect([await total('deputy'), await total('deputy', past)]).toEqual([all, allThen]);
    expect((await http.ask('deputy', '/v1/cases/shut')).status).toBe(200);
  });
});
