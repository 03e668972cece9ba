import type { ItemState, ItemStage } from '@duban/domain';

/** Stages in which the organ still owes its result, so that the due date runs (domain.md section 2.2). */
const HANDLING: readonly ItemStage[] = [
  'ASSIGNED',
  'RETURN_REQUESTED',
  'RECEIVED',
  'RECTIFYING',
  'REWORK',
  'CONSULTING',
];

export const isHandling = (stage: ItemStage): boolean => HANDLING.includes(stage);

/** The date an item is running against: its due date, or that of its look-back. Null where no clock runs. */
export const runningDate = ({ stage, cycle, lookBackDue }: ItemState): string | null => {
  if (isHandling(stage)) return cycle?.due?.date ?? null;
  return stage === 'LOOKBACK' ? (lookBackDue?.date ?? null) : null;
};
