import type { ItemState } from '../case.state.ts';
import type { ItemStage } from '../case.vocabulary.ts';

/** While the organ owes a result: not before it is assigned, not while suspended, not once the result is in. */
const OWING: readonly ItemStage[] = [
  'ASSIGNED',
  'RECEIVED',
  'RETURN_REQUESTED',
  'RECTIFYING',
  'REWORK',
  'CONSULTING',
];

/** Whether its due date runs: the clock notes which rungs of the ladder it has reached. */
export const owesResult = ({ stage }: ItemState): boolean => OWING.includes(stage);
