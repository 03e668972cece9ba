import { expect, it } from '@jest/globals';
import { cnCalendar } from '../../calendar/cn/cn-calendar.ts';
import { fixedDueDate } from '../../calendar/due-date.ts';
import type { CaseEvent } from '../case.events.ts';
import { receivedItems } from '../case-story.fixture.ts';
import { coOrganRules } from './co-organs.rule.ts';
import { examined } from './examined-case.fixture.ts';

const replaced = (date: string, role: 'co' | 'lead'): CaseEvent => {
  const due = fixedDueDate({ date, calendar: cnCalendar });
  return {
    type: 'ItemReassigned',
    data: {
      ...{ itemId: 'i1', endedAssignmentId: 'i1-lead', reason: 'moved', clockRule: 'restart' },
      assignment: { id: 'i1-other', organ: 'water-bureau', role, scopeText: '' },
      ...{ due, planDue: null, coOpinionDue: null, returnUntil: due, reassignedOn: '2026-02-02' },
    },
  };
};

/** The case of the stories is due on 2026-04-06. */
const found = (event: CaseEvent) =>
  coOrganRules.flatMap(({ begin }) =>
    examined('case-c1', [event], {}).flatMap((stored) => begin().examine(stored, receivedItems().state)),
  );

it('a co-organ that was replaced with another date for the lead is found, and its lawful twins are not', () => {
  expect(found(replaced('2026-06-30', 'co'))).toEqual([
    { itemId: 'i1', before: '2026-04-06', after: '2026-06-30' },
  ]);
  expect(found(replaced('2026-04-06', 'co'))).toEqual([]);
  expect(found(replaced('2026-06-30', 'lead'))).toEqual([]);
});
