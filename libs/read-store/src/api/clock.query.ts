/** Items whose rungs follow from the same rules and the same rungs noted so far. */
export type RungGroup = {
  /** Pinned by the items; null: they go by the rules of the day. */
  readonly ruleSet: string | null;
  readonly noted: readonly string[];
};

/** ISO dates, both inclusive; null: no bound. */
export type DueRange = { readonly from: string | null; readonly to: string };

/** Cases in the order of their dates, one for each item; `next` is null on the last page. */
export type ClockPage = { readonly caseIds: readonly string[]; readonly next: string | null };

/** For the rounds of the clock: which cases have a date on which something is to be noted or counted anew. */
export type ClockIndex = {
  readonly groups: () => readonly RungGroup[];
  /** Of a group, the items due within the range. */
  readonly dueCases: (group: RungGroup, range: DueRange, cursor: string | null) => ClockPage;
  /** The calendar versions by which dates were counted that may still move. */
  readonly calendars: () => readonly string[];
  /** Counted by this version, and not over before `since`. */
  readonly countedCases: (calendar: string, since: string, cursor: string | null) => ClockPage;
};
