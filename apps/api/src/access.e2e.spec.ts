import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { COMMAND_SENDERS, eventIdOf, maySend, reachOf, type Subject } from '@duban/application';
import { commandNames } from '@duban/contracts';
import { DEMO_PERSONAS, EdgeModule, Open } from '@duban/nest';
import { openHttpOffice, type Answer, type HttpOffice } from './testing/http-office.fixture.ts';
import { walk } from './testing/walk.fixture.ts';

const MINE = 'DB-2025-004';
const ASSIGNED_STEPS = 7;
/** The file of one upload, whose id follows from its key. */
const KEY = 'access-file';
const FILED = eventIdOf(KEY, 0);

/** Every GET below /v1 with what it shows; `whole`: nothing of it can be cut down to one organ's own. */
const READS: readonly (readonly [path: string, subject: Subject, whole: boolean])[] = [
  ['/v1/cases', 'cases', true],
  [`/v1/cases/${MINE}`, 'cases', false],
  [`/v1/cases/${MINE}/items/i1`, 'cases', false],
  [`/v1/cases/${MINE}/events`, 'cases', false],
  [`/v1/cases/${MINE}/steps?item=i1`, 'cases', false],
  [`/v1/cases/${MINE}/attachments`, 'cases', false],
  [`/v1/cases/${MINE}/attachments/${FILED}`, 'cases', false],
  [`/v1/cases/${MINE}/difference?from=0`, 'cases', false],
  [`/v1/cases/${MINE}/history`, 'cases', false],
  [`/v1/cases/${MINE}/why`, 'cases', false],
  [`/v1/cases/${MINE}/conformance`, 'cases', false],
  ['/v1/board', 'board', false],
  ['/v1/board/counts', 'board', false],
  ['/v1/board/summary', 'board', false],
  ['/v1/board/changes?from=2025-01-01&to=2025-12-31', 'board', true],
  ['/v1/deadlines', 'deadlines', false],
  [`/v1/satisfaction?caseId=${MINE}`, 'satisfaction', false],
  ['/v1/performance', 'performance', true],
  ['/v1/audit/events', 'audit-trail', true],
  ['/v1/audit/conformance', 'audit-trail', true],
  ['/v1/exports/ocel2.json', 'exports', true],
  ['/v1/exports/ocel2.xml', 'exports', true],
  ['/v1/exports/xes.xml', 'exports', true],
  ['/v1/exports/register.csv', 'exports', true],
  ['/v1/exports/register.xlsx', 'exports', true],
  [`/v1/exports/cases/${MINE}`, 'exports', true],
  ['/v1/imports', 'imports', true],
  ['/v1/calendars', 'reference', true],
  ['/v1/rule-sets', 'reference', true],
  ['/v1/organs', 'reference', true],
  ['/v1/bodies', 'reference', true],
  ['/v1/meetings', 'reference', true],
  ['/v1/mandates', 'mandates', true],
  ['/v1/people/person:dp-1', 'people', true],
  ['/v1/posts', 'posts', true],
  ['/v1/proposals', 'proposals', true],
  ['/v1/projections', 'operations', true],
  ['/metrics', 'operations', true],
];

/** A package holds events as they are stored; analysts read no texts. */
const isPackageOfTexts = (role: string, path: string): boolean =>
  role === 'analyst' && path === `/v1/exports/cases/${MINE}`;

/** Addressee, present lead and co-organ, and the organ that gave the item back. */
const PARTIES = ['cq-government', 'cq-housing', 'cq-emergency', 'cq-civil-affairs'];

const shortName = (id: string): string => id.replace('person:demo-', '');

let http: HttpOffice;

const upload = (persona: string, key: string): Promise<Answer> =>
  http.ask(persona, `/v1/cases/${MINE}/attachments`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename=a.txt',
      'idempotency-key': key,
    },
    body: 'words',
  });
let now = Date.parse('2025-03-01T09:00:00+08:00');

beforeAll(async () => {
  http = await openHttpOffice({ clock: { now: () => now } });
  for (const step of walk.slice(0, ASSIGNED_STEPS)) {
    now = Date.parse(`${step.at}T10:00:00+08:00`);
    const path = `/v1/cases/${MINE}/commands/${step.command}`;
    await http.ask(step.by, path, { method: 'POST', body: { data: step.data, basis: step.basis } });
  }
  await upload('so', KEY);
  await http.ask('so', '/v1/people', { method: 'POST', body: { id: 'person:dp-1', name: '丁' } });
  await http.office.read.waitFor(await http.office.store.head(), 10_000);
});
afterAll(() => http.close());

describe('who reads what', () => {
  it.each(DEMO_PERSONAS)('$role of $organ', async ({ id, role, organ }) => {
    for (const [path, subject, whole] of READS) {
      const reach = reachOf(role, subject);
      const isParty = PARTIES.includes(organ) || !path.includes(MINE);
      const isRefused = reach === 'none' || (reach === 'own' && whole) || isPackageOfTexts(role, path);
      const expected = isRefused ? 403 : reach === 'own' && !isParty ? 404 : 200;
      const { status } = await http.ask(shortName(id), path);
      expect([path, status]).toEqual([path, expected]);
    }
  });

  it('shows an organ its own items only, and refuses to show it those of another', async () => {
    const board = async (persona: string, query = ''): Promise<readonly [number, number | undefined]> => {
      const { status, body } = await http.ask(persona, `/v1/board${query}`);
      return [status, (body['items'] as unknown[] | undefined)?.length];
    };
    expect(await board('housing')).toEqual([200, 1]);
    expect(await board('emergency')).toEqual([200, 1]);
    expect(await board('gov')).toEqual([200, 1]);
    expect(await board('traffic')).toEqual([200, 0]);
    expect(await board('traffic', '?organ=cq-housing')).toEqual([403, undefined]);
    expect(await board('so', '?organ=cq-housing')).toEqual([200, 1]);
  });

  it('answers about a case of others as about one that is not there', async () => {
    const [foreign, absent] = [
      await http.ask('traffic', `/v1/cases/${MINE}`),
      await http.ask('traffic', '/v1/cases/DB-0000-000'),
    ];
    expect({ ...foreign.body, traceId: '' }).toEqual({ ...absent.body, traceId: '' });
  });
});

describe('who sends what', () => {
  it.each(DEMO_PERSONAS)('$role of $organ', async ({ id, role }) => {
    const head = await http.office.store.head();
    for (const [name, type] of commandNames) {
      const path = `/v1/cases/${MINE}/commands/${name}`;
      const { status } = await http.ask(shortName(id), path, {
        method: 'POST',
        body: { data: { wrong: 1 } },
      });
      const mayTry = (COMMAND_SENDERS[type] as readonly string[]).includes(role);
      // The two commands of the clock have no fields; a field too many is refused all the same.
      expect([name, status]).toEqual([name, mayTry ? 422 : 403]);
    }
    expect(await http.office.store.head()).toBe(head);
  });

  it.each(DEMO_PERSONAS)('files: $role of $organ', async ({ id, role, organ }) => {
    const { status } = await upload(shortName(id), `access-${role}`);
    const isOutside = reachOf(role, 'cases') === 'own' && !PARTIES.includes(organ);
    // Only the case as a whole is named here: organs and deputies file on items of their own.
    const onCase = ['organ-lead', 'organ-co', 'deputy'].includes(role) ? 409 : 201;
    expect(status).toBe(maySend(role, 'FileAttachment') ? (isOutside ? 404 : onCase) : 403);
  });

  it('answers a command on a case of others as on one that is not there', async () => {
    const data = { itemId: 'i1', assignmentId: 'a2', handler: 'person:x' };
    const ask = { method: 'POST', body: { data } };
    const foreign = await http.ask('traffic', `/v1/cases/${MINE}/commands/acknowledge-receipt`, ask);
    const absent = await http.ask('traffic', '/v1/cases/DB-0/commands/acknowledge-receipt', ask);
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, traceId: '' }).toEqual({ ...absent.body, traceId: '' });
  });

  it('lets only those who keep reference data write it', async () => {
    for (const { id, role } of DEMO_PERSONAS) {
      const ask = { method: 'POST', body: { data: {} } };
      const { status } = await http.ask(shortName(id), '/v1/rule-sets', ask);
      expect([role, status]).toEqual([
        role,
        ['supervision-office', 'system-admin'].includes(role) ? 422 : 403,
      ]);
    }
  });
});

describe('who comes in', () => {
  it.each([
    ['nothing', {}],
    ['another scheme', { authorization: 'Basic YTpi' }],
    ['a token of somebody else', { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' }],
  ])('asks for a token where %s is given', async (_what, headers) => {
    const { status, body, headers: answered } = await http.ask(null, '/v1/board', { headers });
    expect([status, body['code'], answered.get('www-authenticate')]).toEqual([
      401,
      'unauthenticated',
      'Bearer',
    ]);
  });

  it.each(['/openapi.json', '/asyncapi.yaml', '/schemas/duban.case.item-assigned.v1.json', '/docs'])(
    'shows %s to everybody: it says how to ask, and tells nothing of a case',
    async (path) => {
      expect((await http.ask(null, path)).status).toBe(200);
    },
  );

  it('gives the personas to this machine only, by a name of this machine', async () => {
    expect((await http.ask(null, '/demo/personas')).status).toBe(200);
    const { request } = await import('node:http');
    const status = await new Promise<number | undefined>((resolve) => {
      request(`${http.address}/demo/personas`, { headers: { host: 'duban.example' } }, (answer) => {
        resolve(answer.resume().statusCode);
      }).end();
    });
    expect(status).toBe(403);
  });
});

describe('a route that does not say who may use it', () => {
  @Controller('planted')
  class PlantedController {
    @Get('declared')
    @Open()
    declared(): void {
      return undefined;
    }

    @Get('forgotten')
    forgotten(): void {
      return undefined;
    }
  }

  @Module({ imports: [DiscoveryModule], controllers: [PlantedController] })
  class PlantedModule {}

  it('stops the start and is named', async () => {
    const { identity, logger, metrics } = http.office;
    const module = { module: PlantedModule, imports: [EdgeModule.with({ identity, logger, metrics })] };
    const app = await NestFactory.create(module, new FastifyAdapter(), {
      logger: false,
      abortOnError: false,
    });
    const stopped: unknown = await app.init().catch((error: unknown) => error);
    expect(stopped).toHaveProperty('code', 'access.undeclared');
    expect(String(stopped)).toMatch(/: PlantedController\.forgotten$/);
  });
});
