import { isRejected } from '@duban/kernel';
import type { Stored } from '../../schema/data.ts';
import { closed, freeText } from '../../schema/parts.ts';
import { proposalRef } from '../../schema/references.ts';
import { refuseEnded } from '../../two-persons/two-persons.ts';
import { CASE_STATUSES } from '../case.vocabulary.ts';
import type { Step } from '../step.ts';
import { AUTHORS } from './author.ts';
import { endedAlready, proposalFor, waitingOf, withEnded } from './waiting-correction.ts';

const correctionDeclined = closed({ proposalId: proposalRef(), reason: freeText() });

/** Nothing is corrected; that it was proposed stays. */
export type CorrectionDeclined = Stored<'CorrectionDeclined', typeof correctionDeclined>;

/** 退回更正: the second person says no, or whoever proposed it takes it back. */
export const declineCorrection: Step<typeof correctionDeclined, CorrectionDeclined> = {
  label: { zh: '退回更正', en: 'Decline a correction' },
  data: correctionDeclined,
  who: AUTHORS,
  at: 'case',
  during: CASE_STATUSES,
  inOwnName: true,
  decide: (data, state, { actor, decidedOn: today }) => {
    if (endedAlready(state, data.proposalId, 'declined', actor)) return [];
    const known = proposalFor(state, data.proposalId, actor);
    if (isRejected(known)) return known;
    return refuseEnded(waitingOf(known.proposal), today) ?? [{ type: 'CorrectionDeclined', data }];
  },
  events: {
    CorrectionDeclined: {
      data: correctionDeclined,
      seenBy: 'parties',
      published: true,
      fold: (state, { data, actor }) => withEnded(state, data.proposalId, 'declined', actor),
    },
  },
};
