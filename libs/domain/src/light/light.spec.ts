import { expect, it } from '@jest/globals';
import { cnCalendar } from '../calendar/cn/cn-calendar.ts';
import { cqDefault1 } from '../ruleset/cq-default.ts';
import { lightOf } from './light.ts';

const on = (today: string, dueDate: string | null = '2026-06-30', closed = false) =>
  lightOf(cqDefault1, { dueDate, today, calendar: cnCalendar, closed });

it.each([
  ['2026-06-12', 'on-time', 'green', 11],
  ['2026-06-15', 'due-within-10-working-days', 'blue', 10],
  ['2026-06-24', 'due-within-10-working-days', 'blue', 4],
  ['2026-06-25', 'due-within-3-working-days', 'yellow', 3],
  ['2026-06-30', 'due-within-3-working-days', 'yellow', 0],
  ['2026-07-01', 'overdue', 'red', -1],
  ['2026-07-02', 'overdue', 'red', -2],
])('on %s: %s, %s, %i working days left', (today, rule, color, workingDaysLeft) => {
  expect(on(today)).toEqual({ rule, color, workingDaysLeft });
});

it('is red on the rest day after the due date, though no working day has passed', () => {
  expect(on('2026-06-27', '2026-06-26')).toEqual({ rule: 'overdue', color: 'red', workingDaysLeft: -1 });
});

it('counts over a long holiday in working days only', () => {
  expect(on('2025-09-30', '2025-10-09')).toMatchObject({ color: 'yellow', workingDaysLeft: 1 });
});

it('is grey when closed, however late', () => {
  expect(on('2027-01-01', '2026-06-30', true)).toEqual({
    rule: 'closed',
    color: 'grey',
    workingDaysLeft: null,
  });
});

it('is grey where nothing is due', () => {
  expect(on('2026-06-30', null)).toEqual({ rule: 'no-due-date', color: 'grey', workingDaysLeft: null });
});

it('is grey after the date while a longer period that was asked for in time waits, and runs until then', () => {
  const waiting = (today: string) =>
    lightOf(cqDefault1, { dueDate: '2026-06-30', today, calendar: cnCalendar, closed: false, waits: true });
  expect(waiting('2026-07-01')).toEqual({
    rule: 'waits-for-decision',
    color: 'grey',
    workingDaysLeft: null,
  });
  expect(waiting('2026-06-30')).toMatchObject({ color: 'yellow', workingDaysLeft: 0 });
});

it('says so when no rule holds', () => {
  const lights = cqDefault1.lights.slice(0, 1);
  const item = { dueDate: '2026-06-30', today: '2026-06-29', calendar: cnCalendar, closed: false };
  expect(lightOf({ lights }, item)).toEqual({ rule: 'no-light-rule', color: 'grey', workingDaysLeft: 1 });
});
