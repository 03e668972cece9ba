import { rejected, type Rejected } from '@duban/kernel';
import type { CaseRejection } from './case.rejections.ts';
import type { AssignmentState, Cycle, ItemState, OpenedCase } from './case.state.ts';
import type { ItemStage } from './case.vocabulary.ts';
import { ENDED_STAGES } from './case.vocabulary.ts';
import { ownEntry } from './own-entry.ts';

/** The item, or the refusal to act on one that is not there. */
export const findItem = (state: OpenedCase, itemId: string): ItemState | Rejected<CaseRejection> =>
  ownEntry(state.items, itemId) ?? rejected('item.unknown', { itemId });

/** The item at one of these stages, or why not; `allowed` tells the caller which stages would do. */
export const itemAt = (
  state: OpenedCase,
  itemId: string,
  stages: readonly ItemStage[],
): ItemState | Rejected<CaseRejection> => {
  const item = ownEntry(state.items, itemId);
  if (item === undefined) return rejected('item.unknown', { itemId });
  return stages.includes(item.stage)
    ? item
    : rejected('item.wrong-stage', { itemId, stage: item.stage, allowed: stages });
};

/** These items, each once, or why one of them is not there. */
export const findItems = (
  state: OpenedCase,
  itemIds: readonly string[],
): readonly ItemState[] | Rejected<CaseRejection> => {
  if (itemIds.length === 0) return rejected('item.none-named');
  const unknown = itemIds.find((itemId) => ownEntry(state.items, itemId) === undefined);
  if (unknown !== undefined) return rejected('item.unknown', { itemId: unknown });
  return [...new Set(itemIds)].flatMap((itemId) => ownEntry(state.items, itemId) ?? []);
};

/** Why these items are not all at one of these stages; null when they are. */
export const refuseOtherStage = (
  items: readonly ItemState[],
  allowed: readonly ItemStage[],
): Rejected<CaseRejection> | null => {
  const other = items.find(({ stage }) => !allowed.includes(stage));
  return other === undefined
    ? null
    : rejected('item.wrong-stage', { itemId: other.itemId, stage: other.stage, allowed });
};

export const isOpen = (item: ItemState): boolean => !ENDED_STAGES.includes(item.stage);

/** Every round of the item, the first one first. */
export const allCycles = ({
  cycle,
  pastCycles,
}: Pick<ItemState, 'cycle' | 'pastCycles'>): readonly Cycle[] =>
  cycle === null ? pastCycles : [...pastCycles, cycle];

export const activeAssignments = (cycle: Cycle | null): readonly AssignmentState[] =>
  (cycle?.assignments ?? []).filter((assignment) => assignment.endedOn === null);

/** Who answers for the result: the lead, or each of those who handle it separately 分办; a co-organ contributes. */
export const leadingOrgans = (cycle: Cycle | null): readonly string[] =>
  activeAssignments(cycle)
    .filter(({ role }) => role !== 'co')
    .map(({ organ }) => organ);

export const isHandling = (item: ItemState, organ: string): boolean =>
  activeAssignments(item.cycle).some((assignment) => assignment.organ === organ);

/** A case with one item changed; unknown items are left alone, a fold never refuses. */
export const withItem = (
  state: OpenedCase,
  itemId: string,
  change: (item: ItemState) => ItemState,
): OpenedCase => {
  const item = ownEntry(state.items, itemId);
  return item === undefined ? state : { ...state, items: { ...state.items, [itemId]: change(item) } };
};

export const withItems = (
  state: OpenedCase,
  itemIds: readonly string[],
  change: (item: ItemState) => ItemState,
): OpenedCase => itemIds.reduce((changed, itemId) => withItem(changed, itemId, change), state);

export const withCycle = (state: OpenedCase, itemId: string, change: (cycle: Cycle) => Cycle): OpenedCase =>
  withItem(state, itemId, (item) => (item.cycle === null ? item : { ...item, cycle: change(item.cycle) }));

export const findAssignment = (item: ItemState, assignmentId: string): AssignmentState | undefined =>
  item.cycle?.assignments.find(({ id }) => id === assignmentId);

/** The assignment on which this organ acts: running, and its own (section 2.3, "named addressee"). */
export const ownAssignment = (
  item: ItemState,
  assignmentId: string,
  organ: string,
): AssignmentState | Rejected<CaseRejection> => {
  const assignment = findAssignment(item, assignmentId);
  if (assignment === undefined) return rejected('assignment.unknown', { assignmentId });
  if (assignment.endedOn !== null)
    return rejected('assignment.ended', { assignmentId, endedOn: assignment.endedOn });
  return assignment.organ === organ
    ? assignment
    : rejected('item.not-your-assignment', { assignmentId, organ: assignment.organ });
};
