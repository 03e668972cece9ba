import type { ItemState } from './case.state.ts';
import type { CycleCause } from './case.vocabulary.ts';

/** The item stands at the very start of a cycle with this cause: what opened it has just been said. */
export const isUntouched = ({ stage, cycle }: ItemState, cause: CycleCause): boolean =>
  stage === 'RECTIFYING' &&
  cycle?.cause === cause &&
  [cycle.plans, cycle.progress, cycle.extensions, cycle.replies, cycle.conclusions].every(
    (facts) => facts.length === 0,
  );
