import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Persona } from './answers.ts';
import type { getJson as GetJson } from './get-json.ts';

const PERSONA: Persona = { id: 'person:a', name: 'A', role: 'auditor', organ: 'o', token: 't-1' };
const kept = new Map<string, string>();
const storage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};

/** A browser knows where it is. */
class PageRequest extends Request {
  constructor(input: string, init?: RequestInit) {
    super(new URL(input, 'https://duban.test/'), init);
  }
}

const before = { Request: globalThis.Request, fetch: globalThis.fetch };
const asked: Request[] = [];
let answer: () => Response;
let getJson: typeof GetJson;

beforeAll(async () => {
  Object.assign(globalThis, {
    Request: PageRequest,
    sessionStorage: storage,
    fetch: async (request: Request) => {
      asked.push(request);
      return answer();
    },
  });
  ({ getJson } = await import('./get-json.ts'));
});
afterAll(() => {
  Object.assign(globalThis, before);
});
beforeEach(() => {
  kept.set('duban.session', JSON.stringify(PERSONA));
});
afterEach(() => {
  asked.splice(0);
});

const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

describe('a question to the API', () => {
  it('fills its address, leaves out what is empty, keeps commas between values, and names asker and language', async () => {
    answer = () => json({ items: [], next: null }, 200, { 'duban-position': 'n1.7' });
    const { body, position } = await getJson({
      path: '/v1/cases/{caseId}/events',
      params: { path: { caseId: '督 1/2' }, query: { limit: 5, cursor: '', itemId: undefined, asOf: 'a,b' } },
      language: 'zh',
    });
    expect([body, position]).toEqual([{ items: [], next: null }, 'n1.7']);
    const [{ url, headers }] = asked as [Request];
    expect(new URL(url).pathname).toBe(`/v1/cases/${encodeURIComponent('督 1/2')}/events`);
    expect(Object.fromEntries(new URL(url).searchParams)).toEqual({ limit: '5', asOf: 'a,b' });
    expect([headers.get('authorization'), headers.get('accept-language'), headers.get('accept')]).toEqual([
      'Bearer t-1',
      'zh-CN',
      'application/json',
    ]);
  });

  it('throws the problem that comes back, and ends the session of who is no longer known', async () => {
    const problem = { type: 'x', status: 401, code: 'unauthenticated', title: '', detail: '', traceId: 't' };
    answer = () => json(problem, 401, { 'content-type': 'application/problem+json' });
    const question = getJson({ path: '/v1/board', params: {}, language: 'en' });
    await expect(question).rejects.toMatchObject({ problem: { code: 'unauthenticated', traceId: 't' } });
    expect(kept.has('duban.session')).toBe(false);
  });

  it('says that nobody answers, but not of a question that was taken back', async () => {
    answer = () => {
      throw new TypeError('fetch failed');
    };
    const question = (signal?: AbortSignal) =>
      getJson({ path: '/v1/board', params: {}, language: 'en', ...(signal === undefined ? {} : { signal }) });
    await expect(question()).rejects.toMatchObject({ problem: { code: 'unreachable' } });
    await expect(question(AbortSignal.abort())).rejects.toMatchObject({ message: 'fetch failed' });
  });
});
