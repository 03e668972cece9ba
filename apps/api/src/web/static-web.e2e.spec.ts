import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHttpOffice, type HttpOffice } from '../testing/http-office.fixture.ts';

const hasPages = existsSync(fileURLToPath(new URL('../../../web/dist/index.html', import.meta.url)));

let http: HttpOffice;
beforeAll(async () => {
  http = await openHttpOffice();
});
afterAll(() => http.close());

const browse = async (path: string): Promise<readonly [number, string | null, string | null]> => {
  const { status, headers } = await http.ask(null, path, { headers: { accept: 'text/html,*/*' } });
  return [status, headers.get('content-type'), headers.get('cache-control')];
};

describe('addresses', () => {
  it.each(['/', '/board', '/cases/DB-2025-004/history?at=17'])(
    'shows a browser the pages at %s',
    async (path) => {
      const expected = hasPages
        ? [200, 'text/html; charset=utf-8', 'no-cache']
        : [404, expect.any(String), 'no-store'];
      expect(await browse(path)).toEqual(expected);
    },
  );

  it.each(['/v1/nothing', '/schemas/none.json', '/assets/none.js', '/demo/none', '/docs/none'])(
    'never shows a page where the API says that there is nothing: %s',
    async (path) => {
      expect((await browse(path)).slice(0, 2)).toEqual([404, 'application/problem+json; charset=utf-8']);
    },
  );

  it('never shows a page to a program that asks for no page', async () => {
    const { status, body } = await http.ask(null, '/board');
    expect([status, body['code']]).toEqual([404, 'not-found']);
  });
});

describe('health', () => {
  it('is live and ready, and says so without a token', async () => {
    expect((await http.ask(null, '/health/live')).body).toEqual({ status: 'live' });
    expect((await http.ask(null, '/health/ready')).body).toMatchObject({
      status: 'ready',
      log: 'ok',
      readModel: { light: 'green', parkedCases: 0 },
      reasons: [],
    });
  });

  it('measures commands, requests, lag and followers', async () => {
    await http.ask('so', '/v1/board');
    const { text } = (await http.ask('sysadmin', '/metrics')).body as { text: string };
    for (const name of ['duban_http_request_seconds', 'duban_read_model_lag_events', 'duban_sse_clients'])
      expect(text).toContain(name);
    expect(text).not.toContain('person:');
  });

  it('sends what keeps a browser safe, and no stranger’s script', async () => {
    const { headers } = await http.ask(null, '/health/live');
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe('conditional requests', () => {
  it('answers 304 to whoever has the case already', async () => {
    const ask = {
      method: 'POST',
      body: {
        data: {
          ...{
            caseNo: 'W-1',
            supervisionForm: 'appraisal',
            topic: 't',
            linkedFrom: null,
            leadCommittee: null,
          },
          source: { type: 'appraisal', title: 't', documentNo: '1', date: null, paragraphs: 1, digest: null },
          addressee: 'cq-government',
        },
      },
    };
    await http.ask('so', '/v1/cases/W-1/commands/open-case', ask);
    const { headers } = await http.ask('so', '/v1/cases/W-1');
    const etag = headers.get('etag') ?? '';
    const again = await http.ask('so', '/v1/cases/W-1', { headers: { 'if-none-match': etag } });
    expect(etag).toMatch(/^"0-[0-9a-f]{12}"$/);
    expect([again.status, again.body]).toEqual([304, { text: '' }]);
  });
});
