import { isRejected } from '@duban/kernel';
import type { Stored } from '../../schema/data.ts';
import { closed, flag, freeText, id, orNull, someOf } from '../../schema/parts.ts';
import { eventRef, proposalRef } from '../../schema/references.ts';
import { refuseSecondPerson, samePersonBy, standsForTwo } from '../../two-persons/two-persons.ts';
import type { OpenedCase } from '../case.state.ts';
import { CASE_STATUSES } from '../case.vocabulary.ts';
import { conclusionEvents, type ConclusionRecomputed } from '../evaluation/conclusion-events.ts';
import { recomputedConclusions } from '../evaluation/recomputed-conclusions.ts';
import { mayStandForTwo } from '../rules-today.ts';
import type { Step } from '../step.ts';
import { AUTHORS } from './author.ts';
import { refuseChanges, withChangedFact } from './changed-value.ts';
import { changedValue, correctionDecision, refuseUndecided } from './propose-correction.step.ts';
import { endedAlready, proposalFor, waitingOf, withEnded } from './waiting-correction.ts';

const correctionConfirmed = closed({
  proposalId: proposalRef(),
  targetEventId: eventRef(),
  targetType: id(),
  changes: someOf(changedValue()),
  reason: freeText(),
  decision: orNull(correctionDecision()),
  /** One person proposed and confirmed it, as the rule set of an office with too few people allows. */
  byOnePerson: flag(),
});

/** Two persons have said so: folds read the field anew from here on. The fact that was corrected stays as it was recorded. */
export type CorrectionConfirmed = Stored<'CorrectionConfirmed', typeof correctionConfirmed>;

const archiveCorrected = closed({ proposalId: proposalRef(), archiveNo: id() });

/** The case was archived by then: the copy that bears this number is to be mended, too. */
export type ArchiveCorrected = Stored<'ArchiveCorrected', typeof archiveCorrected>;

const sent = closed({ proposalId: proposalRef() });

const archiveNote = ({ archived }: OpenedCase, proposalId: string): readonly ArchiveCorrected[] =>
  archived === null
    ? []
    : [{ type: 'ArchiveCorrected', data: { proposalId, archiveNo: archived.archiveNo } }];

/** 确认更正: by another person of the organ that stated it; for an organ or deputy with nobody beside them, by the office. */
export const confirmCorrection: Step<
  typeof sent,
  CorrectionConfirmed | ArchiveCorrected | ConclusionRecomputed
> = {
  label: { zh: '确认更正', en: 'Confirm a correction' },
  data: sent,
  who: AUTHORS,
  at: 'case',
  during: CASE_STATUSES,
  inOwnName: true,
  decide: ({ proposalId }, state, context, rulesOf) => {
    const { actor, decidedOn: today } = context;
    if (endedAlready(state, proposalId, 'confirmed', actor)) return [];
    const known = proposalFor(state, proposalId, actor);
    if (isRejected(known)) return known;
    const proposal = waitingOf(known.proposal);
    const around = { actor, today, samePerson: samePersonBy(context.linkedPersons) };
    const { expiresOn: _until, ...proposed } = known.proposal.data;
    const refusal =
      refuseSecondPerson(proposal, around, mayStandForTwo('correction', context)) ??
      refuseUndecided(state, proposed.decision, context) ??
      refuseChanges(proposed, known.fact, { state, context, rulesOf });
    if (refusal !== null) return refusal;
    const data = { ...proposed, byOnePerson: standsForTwo(proposal, around) };
    return [
      { type: 'CorrectionConfirmed', data },
      ...archiveNote(state, proposalId),
      ...recomputedConclusions(withChangedFact(state, data), data.targetEventId, context),
    ];
  },
  events: {
    ...conclusionEvents,
    CorrectionConfirmed: {
      data: correctionConfirmed,
      seenBy: 'parties',
      published: true,
      untold: ['changes', 'reason'],
      // May repeat any text of the case, before and after.
      personal: { 'changes.*.old': [], 'changes.*.new': [] },
      fold: (state, { data, actor }) =>
        withEnded(withChangedFact(state, data), data.proposalId, 'confirmed', actor),
    },
    ArchiveCorrected: {
      data: archiveCorrected,
      seenBy: 'office',
      published: false,
      // Number and day are all that it says.
      untold: [],
      fold: (state) => state,
    },
  },
};
