import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '@duban/kernel';
import { actors, type Story } from '../case-story.fixture.ts';
import type { CaseCommandData } from '../case.commands.ts';
import { caseDecider } from '../case.decider.ts';
import type { CaseEvent } from '../case.events.ts';
import { advised, measure, received, rectifying, report } from '../handling.fixture.ts';
import { paperOf, SCAN } from '../paper/paper.fixture.ts';
import { standingMisses } from './misses.ts';

const day = (story: Story, on: string): Story =>
  story
    .at(on)
    .by(actors.office)
    .does('LinkCase', { kind: 'repeats', target: `case-${on}` });

const missesOf = (story: Story): readonly string[] =>
  standingMisses(story.item('i1').misses).map(({ which, dueDate }) => `${which} ${dueDate}`);
const heldOf = (story: Story): readonly string[] =>
  story.item('i1').heldDates.map(({ which, dueDate }) => `${which} ${dueDate}`);

/** The date has passed, another event has found it missed, and ten days later the office sits at the desk with the scan. */
const desk = (story: Story, passed: string, on: string): Story =>
  day(story, passed).at(on).does('FileAttachment', SCAN);
const onPaper = (story: Story, receivedOn: string, enteredFor = 'housing-bureau'): Story =>
  story.onPaper(paperOf({ enteredFor, receivedOn }));

const DUE = ['item-due 2026-04-07', 'due 2026-04-07'];
const plan: CaseCommandData['FilePlan'] = { itemId: 'i1', assignmentId: 'a-lead', measures: [measure] };
const opinion = { itemId: 'i1', assignmentId: 'a-co', text: 'We agree', evidence: [] };
const asking = { itemId: 'i1', requestedDue: '2026-05-06', reason: 'rain' };

/** The plan is due on 4 February, the co-opinion on 5 February, the result on 7 April. */
const late = {
  plan: desk(received(), '2026-02-10', '2026-02-20'),
  result: desk(advised(), '2026-04-10', '2026-04-20'),
  waiting: desk(rectifying(), '2026-04-10', '2026-04-20'),
};

describe('what came in on paper, entered after another event had found its date missed', () => {
  it('was no miss where it came in in time: a result, by both clocks', () => {
    expect(missesOf(late.result)).toEqual(DUE);
    const entered = onPaper(late.result, '2026-04-07', 'city-government').does('SubmitResult', report());
    expect(missesOf(entered)).toEqual([]);
    expect(missesOf(day(entered.onPaper(null), '2026-06-01'))).toEqual([]);
  });

  it('stays one where it came in a day late', () => {
    const entered = onPaper(late.result, '2026-04-08', 'city-government').does('SubmitResult', report());
    expect(missesOf(entered)).toEqual(DUE);
  });

  it('was no miss of its own alone: a plan frees nobody from the co-opinion', () => {
    expect(missesOf(late.plan)).toEqual(['plan 2026-02-04', 'co-opinion 2026-02-05']);
    expect(missesOf(onPaper(late.plan, '2026-02-04').does('FilePlan', plan))).toEqual([
      'co-opinion 2026-02-05',
    ]);
    expect(missesOf(onPaper(late.plan, '2026-02-05').does('FilePlan', plan))).toHaveLength(2);
    const market = onPaper(late.plan, '2026-02-05', 'market-regulator');
    expect(missesOf(market.does('SubmitCoOpinion', opinion))).toEqual(['plan 2026-02-04']);
  });

  it('ends nothing that it does not hand in', () => {
    const progress = {
      ...{ itemId: 'i1', assignmentId: 'a-lead', periodEnd: '2026-03-30', percent: 40 },
      ...{ milestoneStates: [], blockers: '', evidence: [] },
    };
    const entered = onPaper(late.waiting, '2026-03-30').does('ReportProgress', progress);
    expect(missesOf(entered)).toEqual(missesOf(late.waiting));
    expect(missesOf(entered)).toEqual(expect.arrayContaining(DUE));
  });

  it('takes no annulment off the record', () => {
    const slip = { which: 'due', dueDate: '2026-04-07', ground: 'slip', lawfulDate: '2026-07-04' } as const;
    const annulled = late.result.does('AnnulMiss', {
      ...{ itemId: 'i1', cycle: 1, assignmentId: null, documentNo: 'SC 2026 No. 9', reason: 'says July' },
      ...{ ...slip, digest: SCAN.sha256 },
    });
    const entered = onPaper(annulled, '2026-04-07', 'city-government').does('SubmitResult', report());
    expect(entered.item('i1').misses.map(({ which }) => which)).toEqual(['due']);
  });
});

describe('more time that was asked for on paper', () => {
  const asked = onPaper(late.waiting, '2026-04-07').does('RequestExtension', asking).onPaper(null);

  it('in time holds the dates that were found missed, for whoever handed it in', () => {
    expect(missesOf(late.waiting)).toEqual(expect.arrayContaining(DUE));
    expect(missesOf(asked)).toEqual(['co-opinion 2026-02-05']);
    expect(heldOf(asked)).toEqual(DUE);
    expect(asked.item('i1').cycle?.extensions).toMatchObject([{ askedBy: 'housing-bureau' }]);
  });

  it('holds a date that no event had found yet as well', () => {
    const before = rectifying().at('2026-04-06').by(actors.office).does('FileAttachment', SCAN);
    const entered = onPaper(before, '2026-03-30').does('RequestExtension', asking).onPaper(null);
    expect(heldOf(day(entered, '2026-04-10'))).toEqual(DUE);
  });

  it('replaces them where it is granted, and leaves them missed where it is refused', () => {
    const deciding = asked.at('2026-04-22').by(actors.council);
    const granted = deciding.does('DecideExtension', { itemId: 'i1', grant: true, reason: 'rain' });
    expect([missesOf(granted), heldOf(granted)]).toEqual([['co-opinion 2026-02-05'], []]);
    const refused = deciding.does('DecideExtension', { itemId: 'i1', grant: false, reason: 'no ground' });
    expect(missesOf(refused)).toEqual(['co-opinion 2026-02-05', ...DUE]);
    expect(refused.item('i1').misses.at(-1)).toMatchObject({ waitedUntil: '2026-04-22' });
  });

  it('a day late is refused, and holds nothing', () => {
    expect(onPaper(late.waiting, '2026-04-08').decides('RequestExtension', asking)).toMatchObject({
      rejected: 'extension.after-deadline',
    });
  });
});

it('a fold that judges a paper by the day of its entry is caught', () => {
  const ready = onPaper(late.result, '2026-04-07', 'city-government');
  const [event] = ready.decides('SubmitResult', report()) as readonly CaseEvent[];
  const recorded = {
    ...{ ...event, id: 'e-1', revision: 99, decidedOn: '2026-04-20', actor: actors.office },
    ...{ occurredAt: '2026-04-20T09:00:00+08:00', recordedAt: '2026-04-20T01:00:00.000Z' },
  } as unknown as Recorded<CaseEvent>;
  const foldedOn = (receivedOn: string) => {
    const after = caseDecider.evolve(ready.opened(), { ...recorded, paper: paperOf({ receivedOn }) });
    return after.status === 'unopened' ? null : standingMisses(after.items['i1']?.misses ?? []).length;
  };
  expect([foldedOn('2026-04-07'), foldedOn('2026-04-20')]).toEqual([0, 2]);
});
