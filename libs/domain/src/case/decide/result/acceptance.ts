import { isRejected, rejected, type Rejected } from '@duban/kernel';
import { fixedDueDate } from '../../../calendar/due-date.ts';
import { sameFacts } from '../../../equality/same-facts.ts';
import type { DecisionsOf } from '../../case.decisions.ts';
import type { CaseRejection } from '../../case.rejections.ts';
import type { ItemState, OpenedCase, ResultVerdict } from '../../case.state.ts';
import { actsFor, decidingBody, unlessSupervised } from '../../competence.ts';
import type { CommandContext } from '../../command-context.ts';
import { findItems, unlessAt } from '../../item-access.ts';
import { ownEntry } from '../../own-entry.ts';

type Named = { readonly reportNo: string; readonly itemIds: readonly string[] };

/** The items of this report, or why they are not. */
const reportedItems = (
  state: OpenedCase,
  { reportNo, itemIds }: Named,
): readonly ItemState[] | Rejected<CaseRejection> => {
  const result = state.results.find(({ submitted }) => submitted.reportNo === reportNo);
  const foreign = itemIds.find((itemId) => ownEntry(result?.items, itemId) === undefined);
  return result === undefined || foreign !== undefined
    ? rejected('result.unknown', { reportNo, itemId: foreign ?? null })
    : findItems(state, itemIds);
};

const standsSo = ({ results }: OpenedCase, { reportNo, itemIds }: Named, verdict: ResultVerdict): boolean => {
  const result = results.find(({ submitted }) => submitted.reportNo === reportNo);
  return itemIds.every((itemId) => sameFacts(ownEntry(result?.items, itemId), verdict));
};

/** An earlier report's item cannot be decided again while a later report is the one under review. */
const unlessUnderReview = (
  state: OpenedCase,
  { reportNo, itemIds }: Named,
  items: readonly ItemState[],
): Rejected<CaseRejection> | null => {
  const result = state.results.find(({ submitted }) => submitted.reportNo === reportNo);
  const decided = itemIds.find((itemId) => ownEntry(result?.items, itemId)?.status !== 'submitted');
  return decided === undefined
    ? unlessAt(items, ['SUBMITTED'])
    : rejected('item.wrong-stage', { itemId: decided, stage: ownEntry(state.items, decided)?.stage ?? null });
};

const unlessDateFree = (
  items: readonly ItemState[],
  newDueDate: string | undefined,
  context: CommandContext,
): Rejected<CaseRejection> | null => {
  if (newDueDate === undefined) return null;
  if (newDueDate < context.occurredOn) return rejected('assignment.due-in-past', { dueDate: newDueDate });
  const bound = items.find((item) => item.fixedInResolution && item.cycle?.due?.date !== newDueDate);
  return bound === undefined || actsFor('standing-committee', context)
    ? null
    : rejected('extension.standing-committee-only', { itemId: bound.itemId });
};

export const acceptanceDecisions: DecisionsOf<'AcceptForEvaluation' | 'ReturnResult'> = {
  /** By the working body, or the Council that puts it before the Standing Committee. */
  AcceptForEvaluation: ({ reportNo, itemIds }, state, context) => {
    const named = { reportNo, itemIds };
    const items = reportedItems(state, named);
    if (isRejected(items)) return items;
    if (standsSo(state, named, { status: 'accepted' })) return [];
    const data = { ...named, acceptedBy: decidingBody(context) };
    return (
      unlessSupervised(items, context) ??
      unlessUnderReview(state, named, items) ?? [{ type: 'ResultAccepted', data }]
    );
  },

  /** Back to work 补办 with the defects named; a second date may be set. */
  ReturnResult: ({ reportNo, itemIds, defects, newDueDate }, state, context) => {
    const named = { reportNo, itemIds };
    const items = reportedItems(state, named);
    if (isRejected(items)) return items;
    if (standsSo(state, named, { status: 'returned', defects, newDueDate: newDueDate ?? null })) return [];
    const refusal =
      unlessSupervised(items, context) ??
      unlessUnderReview(state, named, items) ??
      (defects.length === 0 ? rejected('result.defects-missing', { reportNo }) : null) ??
      unlessDateFree(items, newDueDate, context);
    if (refusal !== null) return refusal;
    const newDue =
      newDueDate === undefined ? null : fixedDueDate({ date: newDueDate, calendar: context.calendar });
    return [{ type: 'ResultReturned', data: { ...named, defects, newDue } }];
  },
};
