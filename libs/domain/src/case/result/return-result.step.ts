import { isRejected, rejected, type Rejected } from '@duban/kernel';
import { Type } from '@sinclair/typebox';
import { SIGNED_BY_COUNCIL } from '../../authority/deciding-bodies.ts';
import { fixedDueDate } from '../../calendar/due-date.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, date, dueDate, freeText, listOf, orNull, someOf } from '../../schema/parts.ts';
import { itemRef, reportRef } from '../../schema/references.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { ItemState } from '../case.state.ts';
import type { CommandContext } from '../command-context.ts';
import { movesResolution, refuseSupervised } from '../competence.ts';
import { withDue } from '../cycle-change.ts';
import { withItems } from '../item-access.ts';
import { isNotHandling } from '../own-affair.ts';
import type { Step } from '../step.ts';
import {
  findReported,
  REVIEWED_STAGES,
  standsSo,
  refuseReviewed,
  withVerdict,
} from './report-under-review.ts';

const resultReturned = closed({
  reportNo: reportRef(),
  itemIds: listOf(itemRef()),
  defects: listOf(freeText()),
  /** The date of the second try; null leaves the due date as it was. */
  newDue: orNull(dueDate()),
});

export type ResultReturned = Stored<'ResultReturned', typeof resultReturned>;

const sent = closed({
  reportNo: reportRef(),
  itemIds: someOf(itemRef()),
  defects: someOf(freeText()),
  newDueDate: Type.Optional(date()),
});

const refuseDueDate = (
  items: readonly ItemState[],
  newDueDate: string | undefined,
  context: CommandContext,
): Rejected<CaseRejection> | null => {
  if (newDueDate === undefined) return null;
  if (newDueDate < context.occurredOn) return rejected('assignment.due-in-past', { dueDate: newDueDate });
  const bound = items.find((item) => item.fixedInResolution && item.cycle?.due?.date !== newDueDate);
  return bound === undefined || movesResolution(context)
    ? null
    : rejected('extension.standing-committee-only', { itemId: bound.itemId });
};

/** Back to work 补办 with the defects named; a second date may be set. */
export const returnResult: Step<typeof sent, ResultReturned> = {
  label: { zh: '退回补办', en: 'Return the result' },
  data: sent,
  who: ['working-body', 'chairpersons-council'],
  decidedBy: SIGNED_BY_COUNCIL,
  at: REVIEWED_STAGES,
  whose: isNotHandling,
  decide: ({ reportNo, itemIds, defects, newDueDate }, state, context) => {
    const named = { reportNo, itemIds };
    const items = findReported(state, named);
    if (isRejected(items)) return items;
    if (standsSo(state, named, { status: 'returned', defects, newDueDate: newDueDate ?? null })) return [];
    const refusal =
      refuseSupervised(items, context) ??
      refuseReviewed(state, named, items) ??
      (defects.length === 0 ? rejected('result.defects-missing', { reportNo }) : null) ??
      refuseDueDate(items, newDueDate, context);
    if (refusal !== null) return refusal;
    const newDue =
      newDueDate === undefined ? null : fixedDueDate({ date: newDueDate, calendar: context.calendar });
    return [{ type: 'ResultReturned', data: { ...named, defects, newDue } }];
  },
  events: {
    ResultReturned: {
      data: resultReturned,
      seenBy: 'parties',
      published: true,
      fold: (state, { data }) => {
        const { defects, newDue, itemIds } = data;
        const verdict = { status: 'returned', defects, newDueDate: newDue?.date ?? null } as const;
        return withItems(withVerdict(state, data, verdict), itemIds, ({ cycle, ...item }) => ({
          ...item,
          stage: 'REWORK',
          cycle: cycle && newDue !== null ? withDue(cycle, newDue) : cycle,
        }));
      },
    },
  },
};
