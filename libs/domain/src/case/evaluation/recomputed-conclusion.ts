import type { Data } from '../../schema/data.ts';
import { closed, orNull, whole } from '../../schema/parts.ts';
import { eventRef, itemRef } from '../../schema/references.ts';
import { grade } from '../case.vocabulary.ts';

/** A conclusion that was computed anew because a fact it rests on was corrected. */
export const recomputedConclusion = closed({
  itemId: itemRef(),
  cycle: whole(1),
  conclusionEventId: eventRef(),
  /** The fact that was corrected. */
  correctedEventId: eventRef(),
  concluded: grade(),
  /** What the same inputs amount to now; null: they no longer allow any conclusion. */
  recomputed: orNull(grade()),
});

export type RecomputedConclusion = Data<typeof recomputedConclusion>;
