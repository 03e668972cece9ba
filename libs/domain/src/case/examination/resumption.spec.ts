import { expect, it } from '@jest/globals';
import { cnCalendar } from '../../calendar/cn/cn-calendar.ts';
import { fixedDueDate } from '../../calendar/due-date.ts';
import type { CaseEvent } from '../case.events.ts';
import type { CaseState } from '../case.state.ts';
import { actors } from '../case-story.fixture.ts';
import { rectifying } from '../handling.fixture.ts';
import { examined } from './examined-case.fixture.ts';
import { resumptionRules } from './resumption.rule.ts';

const suspended = rectifying()
  .at('2026-02-02')
  .by(actors.council)
  .does('Suspend', { itemId: 'i1', ground: 'superior-approval', reviewDate: '2026-05-06' });
const resumed: CaseEvent = {
  type: 'ItemResumed',
  data: {
    itemId: 'i1',
    daysSuspended: 0,
    newDue: fixedDueDate({ date: '2026-08-03', calendar: cnCalendar }),
    resumedOn: '2026-05-03',
  },
};

const found = (before: CaseState) =>
  resumptionRules.flatMap(({ begin }) =>
    examined('case-1', [resumed]).flatMap((event) => begin().examine(event, before)),
  );

it('a resumption is found where the item had ended, and not where it stood still', () => {
  const gone = suspended.does('Withdraw', { itemId: 'i1', reason: 'gone', consentDocs: ['d1'] });
  expect(found(suspended.opened())).toEqual([]);
  expect(found(gone.opened())).toEqual([{ itemId: 'i1', stage: 'WITHDRAWN' }]);
});
