import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHttpOffice, type Answer, type HttpOffice } from './testing/http-office.fixture.ts';
import { walk } from './testing/walk.fixture.ts';

const TWENTY = Array.from({ length: 20 }, (_, index) => index);
const LISTED = 3;

let http: HttpOffice;
beforeAll(async () => {
  http = await openHttpOffice();
  for (const { by, command, data } of walk.slice(0, LISTED))
    await http.ask(by, `/v1/cases/R-1/commands/${command}`, { method: 'POST', body: { data } });
});
afterAll(() => http.close());

const escalate = (headers: Readonly<Record<string, string>>, reason = '催办'): Promise<Answer> =>
  http.ask('so', '/v1/cases/R-1/commands/escalate', {
    method: 'POST',
    headers,
    body: { data: { itemId: 'i1', level: 'reminder', reason } },
  });

const eventsOf = async (): Promise<number> =>
  (await http.office.store.readStream('case-R-1')).events.filter(({ type }) => type === 'EscalationRaised')
    .length;

describe('a double click', () => {
  it('with one key writes once, and both are told the same', async () => {
    const answers = await Promise.all(TWENTY.map(() => escalate({ 'idempotency-key': 'click' })));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get('idempotent-replayed') === 'true')).toHaveLength(19);
    expect(await eventsOf()).toBe(1);
  });

  it('without a key decides nothing the second time where it is so already', async () => {
    const before = await http.office.store.head();
    const { data } = walk[1] ?? {};
    const repeated = await http.ask('so', '/v1/cases/R-1/commands/register-item', {
      method: 'POST',
      body: { data },
    });
    expect([repeated.status, repeated.body['events']]).toEqual([200, []]);
    expect(await http.office.store.head()).toBe(before);
  });
});

describe('two officers at once', () => {
  it('on the same revision: one goes through, the others are shown the present one', async () => {
    const { headers } = await http.ask('so', '/v1/cases/R-1');
    const etag = headers.get('etag') ?? '';
    const answers = await Promise.all(TWENTY.map((n) => escalate({ 'if-match': etag }, `第${String(n)}次`)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const conflicts = answers.filter(({ status }) => status === 412);
    expect(conflicts).toHaveLength(19);
    expect(conflicts.every(({ body }) => body['currentRevision'] === Number(/\d+/.exec(etag)?.[0]) + 1)).toBe(
      true,
    );
  });
});
