import { expect, it } from '@jest/globals';
import { addCalendarDays } from '../calendar/iso-date.ts';
import { cqDefault1 } from '../ruleset/cq-default.ts';
import { dueWindows, proposeAfterDissatisfied, proposeEscalations } from './escalation.ts';

const dueDate = '2026-06-30';
const proposed = (today: string, alreadyRaised: readonly string[] = []) =>
  proposeEscalations(cqDefault1, { dueDate, today, alreadyRaised }).map(({ rung }) => rung);

it.each([
  ['2026-06-19', []],
  ['2026-06-20', ['due-10']],
  ['2026-06-30', ['due-10']],
  ['2026-07-01', ['due+1']],
  ['2026-07-09', ['due+1']],
  ['2026-07-10', ['due+1', 'due+10']],
  ['2026-07-29', ['due+1', 'due+10']],
  ['2026-07-30', ['due+1', 'due+10', 'due+30']],
  ['2027-06-30', ['due+1', 'due+10', 'due+30']],
])('on %s proposes %j', (today, rungs) => {
  expect(proposed(today)).toEqual(rungs);
});

it('proposes each rung once, and none below the highest raised', () => {
  expect(proposed('2026-06-25', ['due-10'])).toEqual([]);
  expect(proposed('2026-07-10', ['due-10', 'due+1'])).toEqual(['due+10']);
  expect(proposed('2026-07-30', ['due+10'])).toEqual(['due+30']);
  expect(proposed('2026-07-30', ['due+30'])).toEqual([]);
});

it('names level and day of a proposal', () => {
  expect(proposeEscalations(cqDefault1, { dueDate, today: '2026-07-12', alreadyRaised: ['due+1'] })).toEqual([
    { rung: 'due+10', level: 'vice-chair', since: '2026-07-10' },
  ]);
});

it('proposes nothing before a first "dissatisfied"', () => {
  expect(proposeAfterDissatisfied(cqDefault1, 0)).toBeNull();
});

it('puts the first failure before the next meeting', () => {
  expect(proposeAfterDissatisfied(cqDefault1, 1)).toEqual({
    failures: 1,
    measures: ['report-to-next-meeting'],
    decidedBy: 'chairpersons-council',
    mustChoose: false,
  });
});

it.each([2, 3, 7])('leaves failure %i to the choice of the Chairpersons’ Council', (failures) => {
  expect(proposeAfterDissatisfied(cqDefault1, failures)).toEqual({
    failures,
    measures: [
      'special-inquiry',
      'resolution-with-deadline',
      'interpellation-proposal',
      'special-investigation',
      'party-report',
    ],
    decidedBy: 'chairpersons-council',
    mustChoose: true,
  });
});

it('names as windows exactly the due dates for which something is proposed today', () => {
  const today = '2026-07-10';
  const raised = [[], ['due-10'], ['due-10', 'due+1'], ['due+10'], ['due+30'], ['unknown']];
  const days = Array.from({ length: 120 }, (_, n) => addCalendarDays('2026-05-15', n));
  for (const alreadyRaised of raised) {
    const windows = dueWindows(cqDefault1, { today, alreadyRaised });
    const inWindow = days.filter((date) =>
      windows.some(({ from, to }) => (from === null || date >= from) && date <= to),
    );
    const isProposed = (date: string): boolean =>
      proposeEscalations(cqDefault1, { dueDate: date, today, alreadyRaised }).length > 0;
    expect(inWindow).toEqual(days.filter(isProposed));
  }
});
