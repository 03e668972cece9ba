import { expect, it } from '@jest/globals';
import { cnCalendarYears, cqDefault1, registerCollections } from '@duban/domain';
import { commandForm } from '../forms/command-form.ts';
import { registerCommandNames, registerCommandSchemas, registerFaults } from './register.commands.ts';

const [calendarYear] = cnCalendarYears;

it('the correction of a year says why: a ground of blanks alone is refused at the edge', () => {
  expect(registerFaults('CorrectCalendarYear', { calendarYear, reason: ' 　' })).toMatchObject([
    { pointer: '/reason', code: 'text.blank' },
  ]);
  expect(registerFaults('CorrectCalendarYear', { calendarYear, reason: '国办发明电〔2026〕1号' })).toEqual(
    [],
  );
});

it('every built-in year and the built-in rules say something wherever they must', () => {
  for (const year of cnCalendarYears)
    expect(registerFaults('PublishCalendarYear', { calendarYear: year })).toEqual([]);
  expect(registerFaults('PublishRuleSet', { rules: cqDefault1, effectiveFrom: '2018-01-01' })).toEqual([]);
});

it('what the address of a register says is not said again in the body', () => {
  expect(Object.keys(registerCommandSchemas.RenameOrgan['properties'] as object)).toEqual(['name', 'from']);
  expect(registerFaults('RenameOrgan', { organId: 'o', name: 'n', from: '2026-01-01' })).not.toEqual([]);
});

it.each(['organ' as const, ...registerCollections.map(([kind]) => kind)])(
  'every command on a register of kind %s has a form',
  (kind) => {
    for (const type of registerCommandNames(kind).values()) expect(commandForm(type)).not.toEqual([]);
  },
);
