/** What is given for days: ISO dates in Asia/Shanghai, both included; `until` null: to the end of the term. */
type Given = { readonly from: string; readonly until: string | null };

/** The last day of what was given, by its own date or by the term 届 in which it began; null: neither is set. */
export const lastDayInTerm = ({ from, until }: Given, termEnds: readonly string[]): string | null =>
  [...termEnds.filter((end) => end >= from), ...(until === null ? [] : [until])].toSorted()[0] ?? null;
