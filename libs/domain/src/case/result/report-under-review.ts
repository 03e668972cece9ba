import { rejected, type Rejected } from '@duban/kernel';
import { sameFacts } from '../../equality/same-facts.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { ItemState, OpenedCase, ResultVerdict } from '../case.state.ts';
import type { ItemStage } from '../case.vocabulary.ts';
import { findItems, refuseOtherStage } from '../item-access.ts';
import { ownEntry } from '../own-entry.ts';

/** Items of one report: it may be accepted for some and returned for others. */
export type ReportedItems = { readonly reportNo: string; readonly itemIds: readonly string[] };

/** Where a report lies before the body that accepts or returns it. */
export const REVIEWED_STAGES: readonly ItemStage[] = ['SUBMITTED'];

/** The items of this report, or why they are not. */
export const findReported = (
  state: OpenedCase,
  { reportNo, itemIds }: ReportedItems,
): readonly ItemState[] | Rejected<CaseRejection> => {
  const result = state.results.find(({ submitted }) => submitted.reportNo === reportNo);
  const foreign = itemIds.find((itemId) => ownEntry(result?.items, itemId) === undefined);
  return result === undefined || foreign !== undefined
    ? rejected('result.unknown', { reportNo, itemId: foreign ?? null })
    : findItems(state, itemIds);
};

/** Each of these items was already found so. */
export const standsSo = (
  { results }: OpenedCase,
  { reportNo, itemIds }: ReportedItems,
  verdict: ResultVerdict,
): boolean => {
  const result = results.find(({ submitted }) => submitted.reportNo === reportNo);
  return itemIds.every((itemId) => sameFacts(ownEntry(result?.items, itemId), verdict));
};

/** An earlier report's item cannot be decided again while a later report is the one under review. */
export const refuseReviewed = (
  state: OpenedCase,
  { reportNo, itemIds }: ReportedItems,
  items: readonly ItemState[],
): Rejected<CaseRejection> | null => {
  const result = state.results.find(({ submitted }) => submitted.reportNo === reportNo);
  const decided = itemIds.find((itemId) => ownEntry(result?.items, itemId)?.status !== 'submitted');
  return decided === undefined
    ? refuseOtherStage(items, REVIEWED_STAGES)
    : rejected('item.wrong-stage', { itemId: decided, stage: ownEntry(state.items, decided)?.stage ?? null });
};

export const withVerdict = (
  state: OpenedCase,
  { reportNo, itemIds }: ReportedItems,
  verdict: ResultVerdict,
): OpenedCase => ({
  ...state,
  results: state.results.map((result) =>
    result.submitted.reportNo === reportNo
      ? {
          ...result,
          items: { ...result.items, ...Object.fromEntries(itemIds.map((itemId) => [itemId, verdict])) },
        }
      : result,
  ),
});
