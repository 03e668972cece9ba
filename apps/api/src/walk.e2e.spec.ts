import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openHttpOffice, type Answer, type HttpOffice } from './testing/http-office.fixture.ts';
import { walk, type Step } from './testing/walk.fixture.ts';

const CASE_ID = 'DB-2025-004';

let http: HttpOffice;
let now = Date.parse('2025-03-01T09:00:00+08:00');

const send = (step: Step, index: number): Promise<Answer> =>
  http.ask(step.by, `/v1/cases/${CASE_ID}/commands/${step.command}`, {
    method: 'POST',
    headers: { 'idempotency-key': `walk-${String(index)}` },
    body: { data: step.data, basis: step.basis },
  });

/** What a reader is shown: the case, its item, the board and its counts. */
const shown = async (query: string): Promise<readonly unknown[]> => {
  const paths = [`/v1/cases/${CASE_ID}`, `/v1/cases/${CASE_ID}/items/i1`, '/v1/board', '/v1/board/counts'];
  const answers = await Promise.all(paths.map((path) => http.ask('auditor', `${path}?${query}`)));
  return answers.map(({ body: { traceId: _traceId, ...body } }) => body);
};

type Walked = {
  readonly step: Step;
  readonly answer: Answer;
  readonly then: readonly unknown[];
  readonly between: string;
};

const walked: Walked[] = [];

beforeAll(async () => {
  http = await openHttpOffice({ clock: { now: () => now } });
  let after = '';
  for (const [index, step] of walk.entries()) {
    now = Date.parse(`${step.at}T10:00:00+08:00`);
    const answer = await send(step, index);
    after = answer.headers.get('duban-position') ?? after;
    now = Date.parse(`${step.at}T12:00:00+08:00`);
    walked.push({
      step,
      answer,
      then: await shown(`after=${after}`),
      between: `${step.at}T12:00:00%2B08:00`,
    });
  }
});
afterAll(() => http.close());

describe('the closed loop over HTTP', () => {
  it.each(walk.map((step, index) => [step.at, step.by, step.command, index] as const))(
    '%s %s: %s',
    (_at, _by, _command, index) => {
      const { step, answer, then } = walked[index] as Walked;
      const { reason, ...rest } = answer.body;
      expect([answer.status, reason, rest['errors']]).toEqual([step.status ?? 200, step.reason, undefined]);
      const { stage, cycle } = then[1] as { stage?: string; cycle?: { n: number } | null };
      if (step.then !== undefined) expect([stage, cycle?.n ?? 0]).toEqual(step.then);
    },
  );

  it('says of a refused extension where the item stands and what its organ can do', () => {
    const refused = walked.find(({ step }) => step.command === 'request-extension')?.answer;
    expect(refused?.body).toMatchObject({
      code: 'rejected',
      reason: 'extension.after-deadline',
      state: { case: 'open', items: [{ itemId: 'i1', stage: 'RECTIFYING', cycle: 1 }] },
    });
    expect(refused?.body['allowed']).toEqual(expect.arrayContaining(['report-progress', 'file-plan']));
  });

  it('fails a vote of 29 in 61 by all members, and opens the second cycle', () => {
    const failed = walked.find(({ step }) => step.command === 'conclude')?.then[1] as {
      pastCycles: { conclusions: { data: object }[] }[];
    };
    expect(failed.pastCycles[0]?.conclusions[0]?.data).toMatchObject({
      outcome: 'dissatisfied',
      failures: 1,
      next: { cycle: 2, cause: 'dissatisfied' },
    });
  });

  it('counts three months from the second assignment, day by day', () => {
    const assigned = walked[6]?.then[1] as { cycle: { due: { date: string; steps: unknown[] } } };
    expect(assigned.cycle.due.date).toBe('2025-06-12');
    expect(assigned.cycle.due.steps.length).toBeGreaterThan(0);
  });
});

describe('time', () => {
  it('shows between any two steps what was shown then', async () => {
    for (const { between, then } of walked) expect(await shown(`asOf=${between}`)).toEqual(then);
  });

  it('shows the same on the axis of what happened, for nothing was told late here', async () => {
    for (const { between, then } of walked.filter((_, index) => index % 6 === 0))
      expect(await shown(`asOf=${between}&by=occurred`)).toEqual(then);
  });

  it('shows the state right after any revision', async () => {
    for (const { answer, then } of walked.filter(({ answer: { status } }) => status < 300)) {
      const { body } = await http.ask(
        'so',
        `/v1/cases/${CASE_ID}?version=${String(answer.body['revision'])}`,
      );
      expect(body).toEqual(then[0]);
    }
  });

  it('shows nothing before the first step', async () => {
    const before = await http.ask('so', `/v1/cases/${CASE_ID}?asOf=2025-03-01T00:00:00Z`);
    expect([before.status, before.body['code']]).toEqual([404, 'not-found']);
  });

  it('tells every event as a sentence in both languages, page by page', async () => {
    const first = await http.ask('so', `/v1/cases/${CASE_ID}/events?limit=10`);
    expect(first.headers.get('link')).toContain('rel="next"');
    const told = async (language: string): Promise<readonly string[]> => {
      const headers = { 'accept-language': language };
      const { body } = await http.ask('so', `/v1/cases/${CASE_ID}/events?limit=500`, { headers });
      return (body['items'] as { sentence: string }[]).map(({ sentence }) => sentence);
    };
    const [chinese, english] = [await told('zh-CN'), await told('en-GB,en;q=0.9')];
    expect(chinese.every((sentence, index) => sentence !== english[index])).toBe(true);
    expect(english.join(' ')).toContain('dissatisfied');
  });
});

describe('repeating', () => {
  it('changes nothing and answers as the first time', async () => {
    const head = await http.office.store.head();
    for (const [index, { step, answer }] of walked.entries()) {
      const again = await send(step, index);
      expect(again.status).toBe(answer.status);
      // A refusal wrote nothing, so it is judged anew, by what is so now.
      if (answer.status >= 300) continue;
      expect(again.body).toEqual(answer.body);
      expect(again.headers.get('idempotent-replayed')).toBe('true');
    }
    expect(await http.office.store.head()).toBe(head);
  });

  it('refuses a key that was used for something else', async () => {
    const other = await http.ask('so', `/v1/cases/${CASE_ID}/commands/escalate`, {
      method: 'POST',
      headers: { 'idempotency-key': 'walk-1' },
      body: { data: { itemId: 'i1', level: 'reminder', reason: 'x' } },
    });
    expect([other.status, other.body['code']]).toEqual([422, 'idempotency-key-reuse']);
  });
});
