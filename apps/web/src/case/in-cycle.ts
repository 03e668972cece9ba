type Evaluated = { readonly cycleOf: Readonly<Record<string, number>> };

/** The evaluations that found an item in one of its rounds. */
export const inCycle = <Evaluation extends Evaluated>(
  records: readonly Evaluation[],
  itemId: string,
  cycle: number,
): readonly Evaluation[] => records.filter(({ cycleOf }) => cycleOf[itemId] === cycle);
