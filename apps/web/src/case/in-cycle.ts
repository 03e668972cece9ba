import type { EvaluationRecord } from '@duban/contracts/browser';

/** The evaluations that found an item in one of its rounds. */
export const inCycle = <Data extends object>(
  records: readonly EvaluationRecord<Data>[],
  itemId: string,
  cycle: number,
): readonly EvaluationRecord<Data>[] => records.filter(({ cycleOf }) => cycleOf[itemId] === cycle);
