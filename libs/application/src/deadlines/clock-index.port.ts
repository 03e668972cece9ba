/** Items whose rungs follow from the same rules and the same rungs noted so far. */
export type RungGroup = { readonly ruleSet: string | null; readonly noted: readonly string[] };

export type ClockPage = { readonly caseIds: readonly string[]; readonly next: string | null };

/**
 * Which cases the clock has to look at: the affair of a read model, which may lag. Whoever reads it first waits until it
 * knows the log; what it does not know yet is found by the next round.
 */
export type ClockIndex = {
  readonly groups: () => readonly RungGroup[];
  readonly dueCases: (
    group: RungGroup,
    range: { readonly from: string | null; readonly to: string },
    cursor: string | null,
  ) => ClockPage;
  readonly calendars: () => readonly string[];
  readonly countedCases: (calendar: string, since: string, cursor: string | null) => ClockPage;
  /** Cases of which the index may know too little: they are looked at in every round. */
  readonly unsureCases: () => readonly string[];
};
