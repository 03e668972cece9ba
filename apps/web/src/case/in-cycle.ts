type Evaluated = { readonly cycleOf: Readonly<Record<string, number>> };

/** The evaluations that found an item in one of its rounds. */
export const inCycle = <Evaluation extends Evaluated>(
  records: readonly Evaluation[],
  itemId: string,
  cycle: number,
): readonly Evaluation[] =>
  records.filter(({ cycleOf }) => Object.entries(cycleOf).some(([id, n]) => id === itemId && n === cycle));
