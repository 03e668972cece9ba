import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { publicSchemas } from '@duban/contracts';
import { openHttpOffice, type HttpOffice } from '../testing/http-office.fixture.ts';
import { walk } from '../testing/walk.fixture.ts';

type Message = { readonly id: string; readonly event: string; readonly data: Record<string, unknown> };

const opening = walk[0]?.data ?? {};

let http: HttpOffice;
let cases = 0;

const openCase = async (): Promise<string> => {
  cases += 1;
  const caseId = `SSE-${String(cases)}`;
  const ask = { method: 'POST', body: { data: { ...opening, caseNo: caseId } } };
  expect((await http.ask('so', `/v1/cases/${caseId}/commands/open-case`, ask)).status).toBe(201);
  return caseId;
};

const parse = (block: string): Message | null => {
  const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s, 2) as [string, string]));
  const [id, event, data] = [fields.get('id'), fields.get('event'), fields.get('data')];
  if (id === undefined || event === undefined || data === undefined) return null;
  return { id, event, data: JSON.parse(data) as Record<string, unknown> };
};

/** Reads messages until there are enough, then goes away. */
const follow = async (
  count: number,
  { query = '', lastEventId }: { readonly query?: string; readonly lastEventId?: string } = {},
  onOpen: () => Promise<unknown> = () => Promise.resolve(),
): Promise<readonly Message[]> => {
  const leaving = new AbortController();
  const response = await fetch(`${http.address}/events${query}`, {
    signal: leaving.signal,
    headers: {
      authorization: `Bearer ${http.token('analyst')}`,
      ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
    },
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  void onOpen();
  const messages: Message[] = [];
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    const blocks = (text + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n\n');
    text = blocks.pop() ?? '';
    messages.push(...blocks.map(parse).filter((message) => message !== null));
    if (messages.length >= count) break;
  }
  leaving.abort();
  return messages;
};

beforeAll(async () => {
  http = await openHttpOffice();
});
afterAll(() => http.close());

describe('GET /events', () => {
  it('tells what happens from now on, as CloudEvents', async () => {
    const [message] = await follow(1, {}, openCase);
    expect(message).toMatchObject({
      event: 'duban.case.case-opened.v1',
      data: {
        specversion: '1.0',
        type: 'duban.case.case-opened.v1',
        source: `/duban/cq/cases/SSE-${String(cases)}`,
        subject: `SSE-${String(cases)}`,
        partitionkey: `SSE-${String(cases)}`,
        sequence: '00000000000000000000',
        datacontenttype: 'application/json',
      },
    });
    expect(message?.data['position']).toBe(message?.id);
    expect(publicSchemas().has(String(message?.data['dataschema']))).toBe(true);
    expect((await http.ask(null, String(message?.data['dataschema']))).status).toBe(200);
  });

  it('goes on after the last event that was read, with none lost and none twice', async () => {
    for (let n = 0; n < 5; n += 1) await openCase();
    const all = await follow(cases, { lastEventId: '' });
    const rest = await follow(3, { lastEventId: all.at(-4)?.id ?? '' });
    expect(rest.map(({ id }) => id)).toEqual(all.slice(-3).map(({ id }) => id));
  });

  it('keeps to one case, or to some types', async () => {
    const caseId = await openCase();
    const [only] = await follow(1, { lastEventId: '', query: `?caseId=${caseId}` });
    expect(only?.data['partitionkey']).toBe(caseId);
    const [typed] = await follow(1, { lastEventId: '', query: '?types=duban.case.case-opened.v1' });
    expect(typed?.event).toBe('duban.case.case-opened.v1');
  });

  it.each(['n1.00000000000000999999', 'esdb1.00000000000000000001', 'x'])(
    'refuses the position %s, which this log has not given out',
    async (lastEventId) => {
      const { status, body } = await http.ask('analyst', '/events', {
        headers: { 'last-event-id': lastEventId },
      });
      expect([status, body['code']]).toEqual([422, 'validation-failed']);
    },
  );

  it.each(['deputy', 'housing', 'wb', 'sysadmin'])('is not for %s', async (persona) => {
    expect((await http.ask(persona, '/events')).status).toBe(403);
  });
});
