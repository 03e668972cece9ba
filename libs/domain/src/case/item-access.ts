import { rejected, type Rejected } from '@duban/kernel';
import type { CaseRejection } from './case.rejections.ts';
import type { AssignmentState, Cycle, ItemState, OpenedCase } from './case.state.ts';
import type { ItemStage } from './case.vocabulary.ts';
import { ENDED_STAGES } from './case.vocabulary.ts';

/** The item, or the refusal to act on one that is not there. */
export const findItem = (state: OpenedCase, itemId: string): ItemState | Rejected<CaseRejection> =>
  state.items[itemId] ?? rejected('item.unknown', { itemId });

/** The item at one of these stages, or why not; `allowed` tells the caller which stages would do. */
export const itemAt = (
  state: OpenedCase,
  itemId: string,
  stages: readonly ItemStage[],
): ItemState | Rejected<CaseRejection> => {
  const item = state.items[itemId];
  if (item === undefined) return rejected('item.unknown', { itemId });
  return stages.includes(item.stage)
    ? item
    : rejected('item.wrong-stage', { itemId, stage: item.stage, allowed: stages });
};

export const isOpen = (item: ItemState): boolean => !ENDED_STAGES.includes(item.stage);

export const activeAssignments = (cycle: Cycle | null): readonly AssignmentState[] =>
  (cycle?.assignments ?? []).filter((assignment) => assignment.endedOn === null);

export const isHandling = (item: ItemState, organ: string): boolean =>
  activeAssignments(item.cycle).some((assignment) => assignment.organ === organ);

/** A case with one item changed; unknown items are left alone, a fold never refuses. */
export const withItem = (
  state: OpenedCase,
  itemId: string,
  change: (item: ItemState) => ItemState,
): OpenedCase => {
  const item = state.items[itemId];
  return item === undefined ? state : { ...state, items: { ...state.items, [itemId]: change(item) } };
};

export const withCycle = (state: OpenedCase, itemId: string, change: (cycle: Cycle) => Cycle): OpenedCase =>
  withItem(state, itemId, (item) => (item.cycle === null ? item : { ...item, cycle: change(item.cycle) }));
