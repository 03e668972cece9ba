import type { DecisionOfBody, LaterMembers, MandateUsed, Paper } from '@duban/kernel';

/** The later members of an envelope as answers have them: null in older events, and where nothing of the kind was said. */
export type ToldLaterMembers = {
  readonly decidedAt: string | null;
  readonly decision: DecisionOfBody | null;
  readonly mandate: MandateUsed | null;
  readonly paper: Paper | null;
};

export const laterMembersOf = ({ decidedAt, decision, mandate, paper }: LaterMembers): ToldLaterMembers => ({
  decidedAt: decidedAt ?? null,
  decision: decision ?? null,
  mandate: mandate ?? null,
  paper: paper ?? null,
});
