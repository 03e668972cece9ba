import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEMO_PERSONAS } from '@duban/nest';
import { openHttpOffice, type HttpOffice } from './testing/http-office.fixture.ts';
import { walk } from './testing/walk.fixture.ts';

type Sent = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
};
type Answered = { readonly status: number; readonly type: string; readonly text: string };

let http: HttpOffice;

/** Node's own client: `fetch` mends what is to be tested. Event streams are left as soon as they begin. */
const raw = ({ method, path, headers, body }: Sent): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(http.address);
    const client = request({ hostname, port, method, path, headers }, (answer: IncomingMessage) => {
      const type = answer.headers['content-type'] ?? '';
      const status = answer.statusCode ?? 0;
      if (type.startsWith('text/event-stream')) {
        client.destroy();
        resolve({ status, type, text: '' });
        return;
      }
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => {
        resolve({ status, type, text });
      });
    });
    client.on('error', reject).end(body);
  });

const as = (persona: string, headers: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  authorization: `Bearer ${http.token(persona)}`,
  ...headers,
});

/** Never the server's fault, and always said in the one form; whoever writes nothing leaves the log as it was. */
const judge = ({ status, type, text }: Answered): void => {
  expect([status < 500, text]).toEqual([true, text]);
  if (status < 400) return;
  expect(type).toMatch(/^application\/problem\+json/);
  const problem = JSON.parse(text) as Record<string, unknown>;
  expect(problem).toMatchObject({ status, code: expect.any(String), traceId: expect.any(String) });
  expect(text).not.toMatch(/\bat .*\.[jt]s:\d+/);
};

beforeAll(async () => {
  http = await openHttpOffice();
  const [first] = walk;
  const ask = { method: 'POST', body: { data: first?.data } };
  await http.ask('so', '/v1/cases/FC-1/commands/open-case', ask);
  // Questions are answered with 504 until there are read models, which is right, and not the matter here.
  await http.office.read.waitFor(await http.office.store.head(), 30_000);
});
afterAll(() => http.close());

describe('bad input', () => {
  const post = (body: string, headers: Readonly<Record<string, string>> = {}): Sent => ({
    method: 'POST',
    path: '/v1/cases/FC-1/commands/escalate',
    headers: as('so', { 'content-type': 'application/json', ...headers }),
    body,
  });
  const good = JSON.stringify({ data: { itemId: 'i1', level: 'reminder', reason: 'x' } });
  const deep = `{"data":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
  const get =
    (path: string, headers: Readonly<Record<string, string>> = {}): (() => Sent) =>
    () => ({
      method: 'GET',
      path,
      headers: as('so', headers),
    });

  const cases: readonly (readonly [string, () => Sent, number, string])[] = [
    ['JSON that is cut off', () => post('{"data":'), 400, 'malformed-request'],
    ['an empty body', () => post(''), 400, 'malformed-request'],
    ['a body that is no object', () => post('[]'), 422, 'validation-failed'],
    ['null for a body', () => post('null'), 422, 'validation-failed'],
    ['a prototype in the body', () => post('{"data":{"__proto__":{"x":1}}}'), 400, 'malformed-request'],
    ['brackets 200,000 deep', () => post(deep), 413, 'payload-too-large'],
    ['more than a mebibyte', () => post(`{"data":"${'x'.repeat(1_100_000)}"}`), 413, 'payload-too-large'],
    [
      'another content type',
      () => post(good, { 'content-type': 'text/plain' }),
      415,
      'unsupported-media-type',
    ],
    [
      'a form',
      () => post('a=b', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'unsupported-media-type',
    ],
    [
      'a field of the envelope that is not there',
      () => post(good.replace('{', '{"extra":1,')),
      422,
      'validation-failed',
    ],
    ['half a surrogate pair', () => post(good.replace('"x"', '"\\ud800"')), 422, 'validation-failed'],
    [
      'a time without offset',
      () => post(good.replace('{', '{"occurredAt":"2026-01-01T00:00:00",')),
      422,
      'validation-failed',
    ],
    [
      'a day that does not exist',
      () => post(good.replace('{', '{"occurredAt":"2026-02-30T00:00:00Z",')),
      422,
      'validation-failed',
    ],
    [
      'a time far outside',
      () => post(good.replace('{', '{"occurredAt":"9999-12-31T00:00:00Z",')),
      422,
      'validation-failed',
    ],
    ['null where something should be', () => post('{"data":null}'), 422, 'validation-failed'],
    ['a key with a space', () => post(good, { 'idempotency-key': 'a b' }), 422, 'validation-failed'],
    [
      'a key of the clock’s own kind',
      () => post(good, { 'idempotency-key': 'clock:x' }),
      422,
      'validation-failed',
    ],
    ['an If-Match that is no ETag', () => post(good, { 'if-match': '12' }), 422, 'validation-failed'],
    ['an If-Match that is stale', () => post(good, { 'if-match': '"7"' }), 412, 'revision-conflict'],
    [
      'an unknown command',
      () => ({ ...post(good), path: '/v1/cases/FC-1/commands/explode' }),
      404,
      'not-found',
    ],
    [
      'a case id of other signs',
      () => ({ ...post(good), path: '/v1/cases/%E6%A1%88/commands/escalate' }),
      422,
      'validation-failed',
    ],
    ['an address that is not there', get('/v1/nothing'), 404, 'not-found'],
    [
      'a method that is not there',
      () => ({ ...get('/v1/board')(), method: 'DELETE' }),
      405,
      'method-not-allowed',
    ],
    ['a percent sign that is broken', get('/v1/cases/%zz'), 400, 'malformed-request'],
    ['an id of 5,000 letters', get(`/v1/cases/${'x'.repeat(5_000)}`), 400, 'malformed-request'],
    ['a query of 10,000 signs', get(`/v1/board?text=${'x'.repeat(10_000)}`), 422, 'validation-failed'],
    ['a parameter that nobody knows', get('/v1/board?colour=red'), 422, 'validation-failed'],
    ['a parameter given twice', get('/v1/board?text=a&text=b'), 422, 'validation-failed'],
    ['a limit of nothing', get('/v1/board?limit=0'), 422, 'validation-failed'],
    ['a cursor of somebody else', get('/v1/board?cursor=abc'), 422, 'validation-failed'],
    ['a moment that is none', get('/v1/cases/FC-1?asOf=yesterday'), 422, 'validation-failed'],
    [
      'a position of another log',
      get('/v1/board?after=esdb1.00000000000000000001'),
      422,
      'validation-failed',
    ],
    ['an item called constructor', get('/v1/cases/FC-1/items/constructor'), 404, 'not-found'],
  ];

  it.each(cases)('answers %s', async (_what, sent, status, code) => {
    const head = await http.office.store.head();
    const answered = await raw(sent());
    judge(answered);
    expect([answered.status, (JSON.parse(answered.text) as { code: string }).code]).toEqual([status, code]);
    expect(await http.office.store.head()).toBe(head);
  });

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'refuses the id %s, which every object answers to',
    async (itemId) => {
      const answered = await raw(post(JSON.stringify({ data: { itemId, level: 'reminder', reason: 'x' } })));
      judge(answered);
      expect(answered.status).toBe(422);
    },
  );

  it('says where every fault is, in the language asked for', async () => {
    const { body } = await http.ask('so', '/v1/cases/FC-1/commands/escalate', {
      method: 'POST',
      headers: { 'accept-language': 'en' },
      body: { data: { level: 'loud' } },
    });
    expect(body).toMatchObject({
      title: 'The request does not fit its contract',
      errors: expect.arrayContaining([
        expect.objectContaining({ pointer: '/data/itemId', code: 'schema.required' }),
        expect.objectContaining({ pointer: '/data/level', code: 'schema.enum' }),
      ]) as unknown,
    });
  });

  it('waits for a position that never comes, and says by how much it is behind', async () => {
    const answered = await raw(get('/v1/board?after=n1.00000000000000999999')());
    expect([answered.status, JSON.parse(answered.text)]).toMatchObject([
      504,
      { code: 'read-model-behind', lag: 0 },
    ]);
  });
});

type Operation = {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
};

describe('requests made from the OpenAPI document', () => {
  const segment = fc.oneof(
    fc.constantFrom('FC-1', 'i1', 'constructor', '__proto__', '..', '%00', '%2e%2e%2f', '案'),
    fc.string({ minLength: 1, maxLength: 20 }),
  );
  const value = fc.oneof(
    fc.constantFrom(
      '',
      '0',
      '-1',
      '1e9',
      'true',
      'null',
      '2026-02-30',
      '2026-01-01T00:00:00Z',
      "' OR 1=1 --",
      '"*"',
      '%',
      '\u0000',
    ),
    fc.string({ maxLength: 40 }),
  );
  const json = fc.oneof(
    fc.json({ maxDepth: 4 }),
    fc
      .record({ data: fc.jsonValue({ maxDepth: 3 }), occurredAt: value }, { requiredKeys: [] })
      .map((body) => JSON.stringify(body)),
    fc.string({ maxLength: 30 }),
  );

  const safe = (text: string): string => encodeURIComponent(text.toWellFormed());

  const requestOf = (method: string, template: string, operation: Operation): fc.Arbitrary<Sent> => {
    const query = (operation.parameters ?? []).filter((each) => each.in === 'query').map(({ name }) => name);
    return fc
      .record({
        segments: fc.array(segment, { minLength: 3, maxLength: 3 }),
        query: fc.array(fc.tuple(fc.constantFrom('unknown', ...query), value), { maxLength: 4 }),
        persona: fc.constantFrom(...DEMO_PERSONAS.map(({ id }) => id.replace('person:demo-', ''))),
        type: fc.constantFrom(
          'application/json',
          'application/json; charset=utf-8',
          'text/plain',
          'nonsense',
        ),
        body: json,
      })
      .map(({ segments, query: pairs, persona, type, body }) => {
        let index = 0;
        const path = template.replaceAll(/\{[^}]+\}/g, () =>
          safe(segments[index++ % segments.length] ?? 'x'),
        );
        const search = pairs.map(([name, each]) => `${safe(name)}=${safe(each)}`).join('&');
        const headers = as(persona, method === 'get' ? {} : { 'content-type': type });
        const sent = {
          method: method.toUpperCase(),
          path: search === '' ? path : `${path}?${search}`,
          headers,
        };
        return method === 'get' ? sent : { ...sent, body };
      });
  };

  it('never break the server, and change nothing where they are refused', async () => {
    const { body } = await http.ask(null, '/openapi.json');
    const operations = Object.entries(body['paths'] as Record<string, Record<string, Operation>>).flatMap(
      ([path, item]) => Object.entries(item).map(([method, operation]) => requestOf(method, path, operation)),
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(...operations), async (sent) => {
        const head = await http.office.store.head();
        const answered = await raw(sent);
        judge(answered);
        if (answered.status >= 400) expect(await http.office.store.head()).toBe(head);
      }),
      { numRuns: 600 },
    );
  }, 120_000);
});
