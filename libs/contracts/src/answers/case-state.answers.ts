import { Type } from '@sinclair/typebox';
import type { OpenedCase } from '@duban/domain';
import { actor, factOf, factWith, paperRecord } from './case-parts.answers.ts';
import { itemState } from './item-state.answers.ts';
import { answer, date, enumeration, instant, list, mapOf, named, orNull, text, whole } from './parts.ts';
import { opinionVerdict, PROPOSAL_STATUSES, resultStanding } from '@duban/domain/schema';
import { seenBy } from '../sight/marked-schema.ts';
import { caseEventData } from './told-event.ts';
import { caseStatuses } from './vocabularies.ts';

const draft = answer('Draft', {
  version: whole(),
  documentHash: text(),
  itemIds: list(text()),
  opinions: mapOf(
    answer('DraftOpinion', {
      verdict: named('OpinionVerdict', opinionVerdict()),
      comments: list(seenBy('parties', text())),
    }),
    'The committee’s latest opinion on each item of this version, by item',
  ),
});

const verdict = Type.Union([
  answer('ResultStanding', { status: named('ResultStandingStatus', resultStanding()) }),
  answer('ResultReturn', {
    status: Type.Literal('returned'),
    defects: list(seenBy('parties', text())),
    newDueDate: orNull(date()),
  }),
]);

const result = answer('Result', {
  submitted: caseEventData('ResultSubmitted'),
  items: mapOf(verdict, 'By item: one report may be accepted for some of its items and returned for others'),
});

const cycleOf = {
  cycleOf: mapOf(whole(), 'The cycle in which the evaluation found each item it covers'),
  revision: whole('Of its event in the case: which of two records of one day came first'),
};

const held = {
  held: orNull(
    answer('MeetingFigures', { meeting: text(), serving: whole(), present: whole() }),
    'What the registered meeting said at which the vote was taken; null: it names none',
  ),
};

const records = answer('EvaluationRecords', {
  votes: list(factWith('VoteRecord', 'VoteRecorded', { ...cycleOf, ...held })),
  reportVotes: list(factWith('ReportVoteRecord', 'ReportVoteRecorded', held)),
  repetitions: list(factOf('VoteRepeated')),
  surveys: list(factWith('SurveyRecord', 'SurveyWaveRecorded', cycleOf)),
  inspections: list(factWith('InspectionRecord', 'InspectionRecorded', cycleOf)),
  appraisals: list(factWith('AppraisalRecord', 'AppraisalRecorded', cycleOf)),
});

const attachment = factWith('AttachmentRecord', 'AttachmentFiled', {
  filedAt: instant(),
  filedBy: actor,
  supersededBy: orNull(text('`attachmentId` of the file that came in its place')),
});

/** Compared with the domain's own type by a spec: the fold is what makes it, this is what it looks like. */
export const openedCaseShape = answer(
  'CaseState',
  {
    status: caseStatuses,
    foldedUntil: date('The latest day on which something of it was decided'),
    opened: caseEventData('CaseOpened'),
    openedEventId: text(),
    openedBy: actor,
    items: mapOf(itemState, 'By item'),
    lists: list(caseEventData('ListApproved')),
    drafts: list(draft),
    results: list(result),
    records,
    links: list(caseEventData('CaseLinked')),
    partyReports: list(caseEventData('PartyReportRecorded')),
    publications: list(caseEventData('ResultPublished')),
    published: list(factOf('Published')),
    withheld: orNull(caseEventData('PublicationWithheld')),
    restrictions: list(
      factWith('CaseRestriction', 'CaseRestricted', {
        lifted: orNull(factOf('RestrictionLifted'), 'Null: it holds now'),
      }),
    ),
    corrections: list(factOf('EventCorrected')),
    proposals: list(
      factWith('CorrectionProposal', 'CorrectionProposed', {
        status: enumeration('ProposalStatus', PROPOSAL_STATUSES),
        endedBy: orNull(actor, 'Who confirmed or declined it'),
      }),
    ),
    contests: list(
      factWith('Contest', 'ConclusionContested', {
        decision: orNull(
          factOf('ContestedConclusionDecided'),
          'Null until the body that concluded has decided',
        ),
      }),
    ),
    attachments: list(attachment),
    papers: list(paperRecord),
    objections: list(
      factWith('Objection', 'Objected', {
        decision: orNull(factOf('ObjectionDecided'), 'Null until it is decided; the fact stays as it is'),
      }),
    ),
    closedOn: orNull(date()),
    archived: orNull(caseEventData('CaseArchived')),
  },
  'The fold of the case’s events, without what the asker may not see',
);

export const caseState = Type.Unsafe<OpenedCase>(openedCaseShape);
