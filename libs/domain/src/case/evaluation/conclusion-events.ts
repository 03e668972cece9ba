import type { Stored } from '../../schema/data.ts';
import type { EventRecords } from '../step.ts';
import { withCycle } from '../item-access.ts';
import { factOf } from '../occurred.ts';
import { recomputedConclusion } from './recomputed-conclusion.ts';

/** The same outcome: it stands as it was, and that it was looked at is on record. */
export type ConclusionConfirmed = Stored<'ConclusionConfirmed', typeof recomputedConclusion>;
/** Another outcome while the item is still evaluated: it is to be concluded anew. */
export type ConclusionVoided = Stored<'ConclusionVoided', typeof recomputedConclusion>;
/** Another outcome later: no stage moves until the body that concluded has decided. */
export type ConclusionContested = Stored<'ConclusionContested', typeof recomputedConclusion>;

export type ConclusionRecomputed = ConclusionConfirmed | ConclusionVoided | ConclusionContested;

/** What comes of a correction of something that a conclusion rests on, whichever step corrects it. */
export const conclusionEvents: EventRecords<ConclusionRecomputed> = {
  ConclusionConfirmed: {
    data: recomputedConclusion,
    seenBy: 'public',
    published: true,
    fold: (state) => state,
  },
  ConclusionVoided: {
    data: recomputedConclusion,
    seenBy: 'public',
    published: true,
    fold: (state, { data: { itemId, conclusionEventId } }) =>
      withCycle(state, itemId, (cycle) => ({
        ...cycle,
        conclusions: cycle.conclusions.filter(({ eventId }) => eventId !== conclusionEventId),
        voidedConclusions: [
          ...cycle.voidedConclusions,
          ...cycle.conclusions.filter(({ eventId }) => eventId === conclusionEventId),
        ],
      })),
  },
  ConclusionContested: {
    data: recomputedConclusion,
    seenBy: 'public',
    published: true,
    /** Contested once more before it was decided: one question, in its latest words. */
    fold: (state, event) => ({
      ...state,
      contests: [
        ...state.contests.filter(
          ({ data, decision }) =>
            decision !== null || data.conclusionEventId !== event.data.conclusionEventId,
        ),
        { ...factOf(event), decision: null },
      ],
    }),
  },
};
