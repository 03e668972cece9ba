import { expect, it } from '@jest/globals';
import { cnCalendarYears, cqDefault1, registerRoutes } from '@duban/domain';
import { commandForm } from '../forms/command-form.ts';
import {
  registerCommandBy,
  registerCommandNames,
  registerCommandRoutes,
  registerCommandSchemas,
  registerFaults,
} from './register.commands.ts';

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

it.each([...registerRoutes.keys()])(
  'every command on a register of kind %s has a form and an address',
  (kind) => {
    const routes = registerCommandRoutes(kind);
    const commands = [...registerCommandNames(kind).values()];
    for (const type of commands) expect(commandForm(type)).not.toEqual([]);
    expect([...routes.keys()]).toEqual(commands);
    expect(new Set([...routes.values()].map(({ method, path }) => `${method} ${path}`)).size).toBe(
      commands.length,
    );
  },
);

it('an address of a register takes no method that no command has', () => {
  expect(registerCommandBy('calendar', 'PUT')).toBe('CorrectCalendarYear');
  expect(() => registerCommandBy('ruleset', 'PUT')).toThrow('no command of ruleset is sent with PUT');
});
