import { describe, expect, it } from '@jest/globals';
import { cnCalendar } from '../../calendar/cn/cn-calendar.ts';
import { fixedDueDate } from '../../calendar/due-date.ts';
import type { CaseEvent } from '../case.events.ts';
import { receivedItems } from '../case-story.fixture.ts';
import { beginExamination } from './examine.ts';
import type { ExaminedCaseEvent } from './examination-rule.ts';
import { examined } from './examined-case.fixture.ts';
import { lateRequestRules } from './late-requests.rule.ts';

const asking: CaseEvent = {
  type: 'ExtensionRequested',
  data: { itemId: 'i1', requestedDue: '2026-05-01', reason: '资金未到位', requestedOn: '2026-04-06' },
};
const returning: CaseEvent = {
  type: 'ReturnRequested',
  data: {
    ...{ itemId: 'i1', assignmentId: 'i1-lead', proposedOrgan: '' },
    ...{ reasonCode: 'not-competent', text: '不属本单位职责' },
    requestedOn: '2026-01-14',
  },
};

const granting: CaseEvent = {
  type: 'ExtensionGranted',
  data: {
    ...{ itemId: 'i1', decidedBy: 'chairpersons-council', count: 1 },
    newDue: fixedDueDate({ date: '2026-05-01', calendar: cnCalendar }),
  },
};

/** The case of the stories is due on 2026-04-06 and may be returned until 2026-01-14. */
const found = (event: CaseEvent, decidedOn: string) => {
  const before = receivedItems().state;
  return lateRequestRules.flatMap(({ code, begin }) =>
    examined('case-c1', [event], { decidedOn }).flatMap((stored: ExaminedCaseEvent) =>
      begin()
        .examine(stored, before)
        .map((details) => [code, details]),
    ),
  );
};

describe('requests that came too late', () => {
  it('are found by the day of the decision, whatever day they say themselves', () => {
    expect(found(asking, '2026-04-07')).toEqual([
      ['extension.after-deadline', { itemId: 'i1', dueDate: '2026-04-06', decidedOn: '2026-04-07' }],
    ]);
    expect(found(returning, '2026-01-15')).toEqual([
      ['return.window-passed', { itemId: 'i1', returnUntil: '2026-01-14', decidedOn: '2026-01-15' }],
    ]);
  });

  it('are granted too late where the day to be granted has passed', () => {
    expect(found(granting, '2026-05-02')).toEqual([
      ['extension.date-passed', { itemId: 'i1', newDue: '2026-05-01', decidedOn: '2026-05-02' }],
    ]);
  });

  it('are none on the last day', () => {
    expect([found(asking, '2026-04-06'), found(returning, '2026-01-14')]).toEqual([[], []]);
    expect(found(granting, '2026-05-01')).toEqual([]);
  });

  it('are no concern of an item that is not there', () => {
    const stored = examined('case-c1', [asking], { decidedOn: '2027-01-01' });
    expect(beginExamination(lateRequestRules).examineCase(stored)).toEqual([]);
  });
});
