import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { calendarDaysBetween, type ItemState, type OpenedCase } from '@duban/domain';
import { seedDemo } from './seed-demo.ts';
import { caseOf, itemOf, openOffice, type TestOffice } from './told-demo.fixture.ts';

/** Two years of a city are told; machines may be busy. */
jest.setTimeout(60_000);

let office: TestOffice;
const told = (caseId: string): Promise<OpenedCase> => caseOf(office, caseId);
const items = (state: OpenedCase): readonly ItemState[] => Object.values(state.items);
const stages = (state: OpenedCase): readonly string[] => items(state).map(({ stage }) => stage);
const dispositions = (state: OpenedCase) => items(state).map(({ disposition }) => disposition);
const cycles = ({ cycle, pastCycles }: ItemState) => (cycle === null ? pastCycles : [...pastCycles, cycle]);
const outcomes = (item: ItemState): readonly string[] =>
  cycles(item).flatMap(({ n, conclusions }) => conclusions.map(({ data }) => `${n}: ${data.outcome}`));
const dues = (state: OpenedCase) => items(state).map(({ cycle }) => cycle?.due?.date);
const lookedBack = (state: OpenedCase) => items(state).map(({ lookBacks }) => lookBacks.length);
const all = <Value>(state: OpenedCase, value: Value): readonly Value[] => items(state).map(() => value);

beforeAll(async () => {
  office = await openOffice();
  await seedDemo(office, office.time);
});
afterAll(() => office.store.close());

describe('the worked examples end as the table says', () => {
  it('1: missed and late co-opinion, 60 days more, Basic by 52 of 61, closed, look-back passed', async () => {
    const state = await told('demo-01');
    const standard = itemOf(state, '01-3').cycle?.assignments.find(({ role }) => role === 'co');
    expect([standard?.coOpinionMissedOn, standard?.coOpinion?.on]).toEqual(['2025-09-19', '2025-09-26']);
    expect(dues(state)).toEqual(all(state, '2026-04-25'));
    expect(items(state).flatMap(outcomes)).toEqual(all(state, '1: basic'));
    expect([state.status, dispositions(state)]).toEqual(['closed', all(state, 'basically-resolved')]);
    expect([stages(state), lookedBack(state)]).toEqual([all(state, 'CLOSED'), all(state, 1)]);
    expect(state.records.votes[0]?.data).toMatchObject({ eligible: 61, present: 57 });
  });

  it('2: item 2 goes back to work, then residents are satisfied', async () => {
    const state = await told('demo-02');
    expect(state.results.map(({ items: verdicts }) => verdicts['02-2']?.status)).toEqual([
      'returned',
      'accepted',
    ]);
    expect(state.records.surveys[0]?.data).toMatchObject({ valid: 1132 });
    expect(items(state).flatMap(outcomes)).toEqual(all(state, '1: satisfied'));
    expect([state.status, lookedBack(state)]).toEqual(['closed', all(state, 1)]);
  });

  it('3: item 2 changes hands on day 5 with a clock of its own, a second visit verifies', async () => {
    const state = await told('demo-03');
    expect(dues(state)).toEqual(['2026-01-27', '2026-02-05', '2026-01-27', '2026-01-27']);
    const { assignments, returns } = itemOf(state, '03-2').cycle ?? { assignments: [], returns: [] };
    expect(assignments.map(({ organ, endReason }) => [organ, endReason])).toEqual([
      ['cq-traffic-police', 'returned'],
      ['cq-transport', null],
    ]);
    expect(returns).toHaveLength(1);
    expect(items(state).flatMap(outcomes)).toEqual(all(state, '1: satisfied'));
    expect([state.status, state.archived?.archiveNo]).toEqual(['archived', 'RD-2026-0007']);
  });

  it('4: 29 of 61 is dissatisfied, cycle 2 satisfied, one of six districts reopens alone', async () => {
    const state = await told('demo-04');
    expect(itemOf(state, '04-1').pastCycles[0]?.due?.date).toBe('2025-10-09');
    expect(items(state).map(outcomes)).toEqual(all(state, ['1: dissatisfied', '2: satisfied']));
    expect([state.status, state.links.map(({ kind }) => kind)]).toEqual(['closed', Array(6).fill('child')]);
    const districts = await Promise.all(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => told(`demo-04${letter}`)),
    );
    expect(districts.map(({ status }) => status)).toEqual([
      'closed',
      'closed',
      'open',
      'closed',
      'closed',
      'closed',
    ]);
    const reopened = itemOf(await told('demo-04c'), '04c-1');
    expect([reopened.stage, reopened.cycle?.n, reopened.cycle?.due?.date]).toEqual([
      'RECTIFYING',
      2,
      '2026-12-08',
    ]);
  });

  it('5: 34 days late, every rung of the ladder, satisfied, and late for ever', async () => {
    const state = await told('demo-05');
    const submittedOn = state.results[0]?.submitted.submittedOn ?? '';
    expect([dues(state)[0], calendarDaysBetween(dues(state)[0] ?? '', submittedOn)]).toEqual([
      '2025-11-30',
      34,
    ]);
    for (const item of items(state)) {
      expect(item.cycle?.firstMissedOn).toBe('2025-12-01');
      expect(item.cycle?.extensions.map(({ decision }) => decision)).toEqual(['refused']);
      expect(item.escalations.map(({ data }) => data.level)).toEqual([
        'chase-slip',
        'vice-chair',
        'chairpersons-council',
      ]);
      expect(outcomes(item)).toEqual(['1: satisfied']);
    }
    expect([state.status, lookedBack(state)]).toEqual(['closed', all(state, 1)]);
  });

  it('6: seven items satisfied and due to be looked back at; two suggestions answered as one', async () => {
    const state = await told('demo-06');
    expect(items(state).flatMap(outcomes)).toEqual(Array(7).fill('1: satisfied'));
    expect([state.status, stages(state)]).toEqual(['closed', all(state, 'LOOKBACK')]);
    expect(items(state).map(({ lookBackDue }) => lookBackDue?.date)).toEqual(all(state, '2026-12-03'));
    const suggestions = await told('demo-06s');
    expect(stages(suggestions)).toEqual(['CLOSED', 'MERGED']);
    expect(itemOf(suggestions, '06s-1').cycle?.replyEvaluations).toHaveLength(2);
    expect(suggestions.links).toEqual([{ kind: 'inquiry', target: 'case-demo-06' }]);
  });

  it('7: a plan returned twice, 90 days of suspension, one thing not implementable, Basic', async () => {
    const state = await told('demo-07');
    expect(itemOf(state, '07-1').cycle?.plans.map(({ returnedFor }) => returnedFor !== null)).toEqual([
      true,
      true,
      false,
    ]);
    expect(dues(state)).toEqual(['2026-03-16', '2026-03-16', '2026-06-15', '2026-03-16']);
    expect(items(state).flatMap(outcomes)).toEqual(all(state, '1: basic'));
    expect(dispositions(state).at(-1)).toBe('not-implementable');
    expect([state.status, lookedBack(state)]).toEqual(['closed', all(state, 1)]);
  });

  it('8: closed, relapsed, dissatisfied twice, the second answer accepted, looked back at a second time', async () => {
    const state = await told('demo-08');
    expect(outcomes(itemOf(state, '08-1'))).toEqual([
      '1: satisfied',
      '2: dissatisfied',
      '3: dissatisfied',
      '4: satisfied',
    ]);
    expect(outcomes(itemOf(state, '08-2'))).toEqual(['1: satisfied', '2: dissatisfied', '3: satisfied']);
    expect(itemOf(state, '08-2').cycle?.conclusions[0]?.data.sparedByVerification).toBe(true);
    expect([state.status, stages(state), lookedBack(state)]).toEqual([
      'closed',
      ['CLOSED', 'CLOSED'],
      [2, 2],
    ]);
    expect(outcomes(itemOf(await told('demo-08a'), '08a-1'))).toEqual(['1: dissatisfied', '2: satisfied']);
  });

  it('9: seven closed, one withdrawn, one tracked for years', async () => {
    const state = await told('demo-09');
    expect(stages(state)).toEqual([...Array<string>(7).fill('CLOSED'), 'WITHDRAWN', 'LOOKBACK']);
    expect(dispositions(state)).toEqual([...Array<string>(7).fill('resolved'), null, 'long-term-tracking']);
    expect(itemOf(state, '09-9').lookBackDue).toMatchObject({ date: '2027-03-10', provisional: true });
    expect(state.status).toBe('closed');
  });

  it('10: a mis-click corrected, nine of twelve is dissatisfied, class A a month later', async () => {
    const state = await told('demo-10');
    const item = itemOf(state, '10-1');
    expect(outcomes(item)).toEqual(['1: satisfied', '1: dissatisfied', '2: satisfied']);
    expect(cycles(item).flatMap(({ replies }) => replies.map(({ data }) => data.class))).toEqual(['B', 'A']);
    expect(
      item.cycle?.commitments.map(({ rolledOver, fulfilledBy }) => [rolledOver, fulfilledBy !== null]),
    ).toEqual(Array(3).fill([1, true]));
    expect([state.status, state.corrections.length, item.disposition]).toEqual(['closed', 1, 'resolved']);
  });
});

describe('the later cases', () => {
  it('stand at many stages, some late, some due in a year that nobody has published', async () => {
    const open = await Promise.all(['demo-11', 'demo-12', 'demo-13', 'demo-14'].map(told));
    expect(
      open.flatMap(items).map(({ itemId, stage, cycle }) => [itemId, stage, cycle?.due?.date ?? null]),
    ).toEqual([
      ['11-1', 'RECTIFYING', '2026-11-13'],
      ['11-2', 'RECTIFYING', '2026-11-30'],
      ['11-3', 'SUBMITTED', '2026-11-13'],
      ['11-4', 'RECEIVED', '2026-11-13'],
      ['12-1', 'RECTIFYING', '2026-12-08'],
      ['12-2', 'SUSPENDED', '2026-12-08'],
      ['12-3', 'RECTIFYING', '2026-12-08'],
      ['13-1', 'RECTIFYING', '2027-02-10'],
      ['13-2', 'RETURN_REQUESTED', '2027-02-10'],
      ['13-3', 'RECEIVED', '2027-02-10'],
      ['13-4', 'ASSIGNED', '2027-02-10'],
      ['13-5', 'LISTED', null],
      ['13-6', 'REGISTERED', null],
      ['14-1', 'EVALUATING', '2026-09-04'],
    ]);
    expect(itemOf(await told('demo-13'), '13-1').cycle?.due?.provisional).toBe(true);
  });
});
