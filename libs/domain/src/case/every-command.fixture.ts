import { actors, opening } from './case-story.fixture.ts';
import type { CaseCommandType } from './case.commands.ts';
import { evidence, item as registering, measure } from './handling.fixture.ts';
import { appraisal, inspection, survey, vote } from './evaluation/evaluation.fixture.ts';
import { attachment } from './attachment/attachment.fixture.ts';
import { everyDisclosure } from './case-life/every-disclosure.fixture.ts';
import { concluder, everyCorrection } from './correction/every-correction.fixture.ts';
import { everyImport } from './import/every-import.fixture.ts';
import { answer, promises, reply } from './suggestion/suggestion.fixture.ts';
import {
  assignmentOf,
  both,
  bureau,
  commitmentId,
  fresh,
  grades,
  handler,
  itemOf,
  later,
  missOf,
  openFiles,
  own,
  pick,
  proposer,
  reportNo,
  slip,
  verdicts,
  votes,
  waitingObjection,
  type Place,
  type Sent,
} from './walk-place.fixture.ts';

export type { Place } from './walk-place.fixture.ts';

/** For specs only: every command there is, each said so that it has a chance where the walk stands. */
export const everyCommand: { readonly [Type in CaseCommandType]: (place: Place) => Sent<Type> } = {
  OpenCase: ({ form }) => ({ by: actors.office, data: opening(form) }),
  LinkCase: ({ variant }) => ({ by: actors.office, data: { kind: 'repeats', target: `case-${variant}` } }),
  CloseCase: () => ({ by: actors.office, data: {} }),
  ArchiveCase: () => ({ by: actors.office, data: { archiveNo: 'A1', retention: 'permanent' } }),
  RecordPartyReport: ({ variant }) => ({
    by: actors.office,
    data: {
      kind: 'request',
      docNo: 'P1',
      date: '2026-01-05',
      subject: 's',
      replyDocNo: variant === 1 ? 'r' : null,
    },
  }),
  ...everyDisclosure,
  ...everyCorrection,

  RegisterItem: ({ itemId, form }) => ({
    by: actors.office,
    data: registering(itemId, { proposers: form === 'suggestion' ? [actors.deputy.id] : [] }),
  }),
  ApproveList: (place) => ({
    by: actors.council,
    data: { listNo: fresh(place), itemIds: both(place), approvedBy: 'cc', meetingNo: 'CC-1' },
  }),
  Assign: (place) => ({
    by: actors.office,
    data: {
      itemId: place.itemId,
      assignments: [
        { id: `${fresh(place)}-a`, organ: bureau(place.variant), role: 'lead', scopeText: '' },
        {
          id: `${fresh(place)}-b`,
          organ: bureau(place.variant + 1),
          role: place.variant === 3 ? 'lead' : 'co',
          scopeText: '',
        },
      ],
      addressee: 'city-government',
      rectificationType: place.variant === 2 ? 'continuous' : 'phased',
      ...(place.form === 'resolution' ? { fixedDueDate: later(place) } : {}),
    },
  }),
  AcknowledgeReceipt: (place) => ({ by: handler(place), data: { ...own(place), handler: 'person:clerk' } }),
  RequestReturn: (place) => ({
    by: handler(place),
    data: { ...own(place), reasonCode: 'other', text: 'not ours', proposedOrgan: 'finance-bureau' },
  }),
  DecideReturn: (place) => {
    const assignmentId = itemOf(place)?.cycle?.returns.at(-1)?.request.assignmentId ?? 'a-none';
    return {
      by: actors.office,
      data: {
        itemId: place.itemId,
        assignmentId,
        accept: place.variant % 2 === 0,
        reason: 'as the law says',
      },
    };
  },
  Reassign: (place) => ({
    by: actors.office,
    data: {
      itemId: place.itemId,
      endedAssignmentId: assignmentOf(place).id,
      assignment: {
        id: `${fresh(place)}-r`,
        organ: bureau(place.variant + 2),
        role: pick(['lead', 'co'], place),
        scopeText: '',
      },
      clockRule: place.variant < 2 ? 'restart' : 'continue',
      reason: 'moved',
    },
  }),
  AddCoOrgan: (place) => ({
    by: actors.office,
    data: {
      itemId: place.itemId,
      assignment: { id: `${fresh(place)}-c`, organ: bureau(place.variant), role: 'co', scopeText: '' },
      reason: 'helps',
    },
  }),
  ChangeLead: (place) => ({
    by: actors.office,
    data: {
      itemId: place.itemId,
      assignment: { id: `${fresh(place)}-l`, organ: bureau(place.variant), role: 'lead', scopeText: '' },
      clockRule: place.variant < 2 ? 'restart' : 'continue',
      reason: 'moved',
    },
  }),
  SubmitCoOpinion: (place) => ({
    by: handler(place),
    data: { ...own(place), text: `v${place.variant}`, evidence: [] },
  }),
  RecordCoOpinionMissed: (place) => ({ by: actors.office, data: own(place) }),

  FilePlan: (place) => ({
    by: handler(place),
    data: { ...own(place), measures: [{ ...measure, target: `${place.variant}` }] },
  }),
  ReturnPlan: ({ itemId, variant }) => ({ by: actors.committee, data: { itemId, reason: `r${variant}` } }),
  ReportProgress: (place) => ({
    by: handler(place),
    data: { ...own(place), periodEnd: place.on, percent: 10, milestoneStates: [], blockers: '', evidence },
  }),
  RequestExtension: (place) => ({
    by: handler(place),
    data: { itemId: place.itemId, requestedDue: later({ ...place, variant: 5 }), reason: 'late' },
  }),
  DecideExtension: ({ itemId, variant }) => ({
    by: actors.council,
    data: { itemId, grant: variant % 2 === 0, reason: 'decided' },
  }),
  Suspend: (place) => ({
    by: actors.council,
    data: {
      itemId: place.itemId,
      ground: pick(['law-change', 'force-majeure'], place),
      reviewDate: later(place),
    },
  }),
  Resume: ({ itemId }) => ({ by: actors.office, data: { itemId } }),
  NoteDeadlines: () => ({ by: { id: 'system:clock', role: 'system', organ: 'duban' }, data: {} }),
  RecomputeDueDates: () => ({ by: { id: 'system:clock', role: 'system', organ: 'duban' }, data: {} }),
  AnnulMiss: (place) => {
    const { which, cycle, assignmentId, dueDate } = missOf(place);
    return {
      by: actors.office,
      data: {
        ...{ itemId: place.itemId, which, cycle, assignmentId, dueDate },
        ...{ ground: 'slip', documentNo: 'SC 2026 No. 9', digest: slip, reason: 'a slip of the pen' },
        lawfulDate: later({ ...place, variant: 5 }),
      },
    };
  },
  SubmitDraftResult: (place) => ({
    by: actors.government,
    data: { documentHash: `h${place.variant}`, itemIds: [place.itemId] },
  }),
  GiveCommitteeOpinion: (place) => ({
    by: actors.committee,
    data: { itemIds: [place.itemId], verdict: pick(['agree', 'disagree'], place), comments: [] },
  }),
  SubmitResult: (place) => ({
    by: actors.government,
    data: {
      reportNo: `R-${fresh(place)}`,
      signer: 'mayor',
      claims: [{ itemId: place.itemId, claimedDisposition: 'resolved', evidence }],
      departureReason: 'a new law',
    },
  }),
  AcceptForEvaluation: (place) => ({
    by: actors.committee,
    data: { reportNo: reportNo(place), itemIds: [place.itemId] },
  }),
  ReturnResult: (place) => ({
    by: actors.committee,
    data: { reportNo: reportNo(place), itemIds: [place.itemId], defects: [`d${place.variant}`] },
  }),

  RecordInspection: (place) => ({
    by: actors.committee,
    data: inspection(`n-${fresh(place)}`, pick(verdicts, place), [place.itemId]),
  }),
  RecordVote: (place) => ({
    by: actors.committee,
    data: vote(`v-${fresh(place)}`, pick(votes, place), both(place)),
  }),
  RecordReportVote: (place) => {
    const { coversItemIds: _handling, ...onReport } = vote(`r-${fresh(place)}`, pick(votes, place));
    return { by: actors.committee, data: { ...onReport, question: `report ${fresh(place)}` } };
  },
  RecordSurveyWave: (place) => ({
    by: actors.committee,
    data: { ...survey(`w-${fresh(place)}`, [300, 200, 100, 50, 10]), coversItemIds: [place.itemId] },
  }),
  RecordAppraisal: (place) => ({
    by: actors.committee,
    data: {
      ...appraisal(pick(grades, place)),
      appraisalNo: `ap-${fresh(place)}`,
      coversItemIds: [place.itemId],
    },
  }),
  Conclude: (place) => ({ by: actors.committee, data: { itemIds: [place.itemId] } }),
  DecideContestedConclusion: (place) => ({
    by: concluder(place),
    data: { itemId: place.itemId, stands: place.variant % 2 === 0, reason: 'as decided' },
  }),
  CloseItem: ({ itemId, variant }) => ({
    by: actors.committee,
    data: {
      itemId,
      disposition: variant === 1 ? 'long-term-tracking' : 'resolved',
      verifier: 'urban-committee',
      signer: 's',
      publish: true,
    },
  }),
  ScheduleLookBack: (place) => ({
    by: actors.office,
    data: { itemId: place.itemId, ...(place.variant % 2 === 0 ? { dueDate: place.on } : {}) },
  }),
  RecordLookBack: (place) => {
    const seen = { itemId: place.itemId, findings: 'seen' };
    return {
      by: actors.office,
      data:
        place.variant % 2 === 0
          ? { ...seen, passed: true }
          : { ...seen, passed: false, severity: 'minor', evidence },
    };
  },
  Reopen: ({ itemId }) => ({ by: actors.council, data: { itemId, reason: 'relapse' } }),
  MergeInto: ({ itemId }) => ({ by: actors.office, data: { itemId, intoItemId: 'i2' } }),
  Withdraw: (place) => ({
    by: place.form === 'suggestion' ? actors.deputy : actors.office,
    data: { itemId: place.itemId, reason: 'gone', consentDocs: ['d1'] },
  }),
  Escalate: (place) => ({
    by: actors.office,
    data: { itemId: place.itemId, level: pick(['reminder', 'chairpersons-council'], place), reason: 'late' },
  }),
  DecideEscalation: (place) => ({
    by: actors.council,
    data: {
      itemId: place.itemId,
      escalationId: `${place.itemId}-escalation-${itemOf(place)?.escalations.length ?? 1}`,
      measure: pick(['special-inquiry', 'accept-nevertheless'], place),
      decidingBody: 'chairpersons-council',
      meetingNo: 'CC-2',
    },
  }),

  SendReply: (place) => ({
    by: handler(place),
    data: {
      ...reply,
      itemId: place.itemId,
      replyNo: `RE-${fresh(place)}`,
      toProposers: itemOf(place)?.proposers ?? [],
      commitments:
        place.variant === 0 ? promises(1).map((promise) => ({ ...promise, id: fresh(place) })) : [],
    },
  }),
  EvaluateReply: (place) => ({
    by: proposer(place),
    data: answer(pick(grades, place), {
      itemId: place.itemId,
      replyNo: itemOf(place)?.cycle?.replies.at(-1)?.data.replyNo ?? 'none',
      round: (itemOf(place)?.cycle?.conclusions.length ?? 0) > 0 ? 2 : 1,
      evaluator: proposer(place).id,
      organ: assignmentOf(place).organ,
    }),
  }),
  FulfilCommitment: (place) => ({
    by: handler(place),
    data: { itemId: place.itemId, commitmentId: commitmentId(place), evidence },
  }),
  RollOverCommitment: (place) => ({
    by: handler(place),
    data: {
      itemId: place.itemId,
      commitmentId: commitmentId(place),
      newDueOn: later({ ...place, variant: 30 }),
      explanation: 'rain',
    },
  }),
  VerifyCommitment: (place) => ({
    by: actors.committee,
    data: {
      ...{ itemId: place.itemId, commitmentId: commitmentId(place) },
      ...{ verified: place.variant !== 3, ground: 'seen' },
    },
  }),

  ...everyImport,
  FileAttachment: (place) => {
    const older = openFiles(place).at(-1);
    return {
      by: actors.office,
      data: attachment({
        attachmentId: fresh(place),
        itemId: place.variant === 2 ? null : (older?.data.itemId ?? null),
        supersedes: place.variant === 3 ? (older?.data.attachmentId ?? null) : null,
      }),
    };
  },

  Object: (place) => ({
    by: handler(place),
    data: { itemId: place.itemId, against: 'miss', subjectId: fresh(place), ground: 'it came in on time' },
  }),
  DecideObjection: (place) => ({
    by: actors.council,
    data: {
      objectionId: waitingObjection(place),
      upheld: place.variant % 2 === 0,
      ground: 'as the stamp says',
    },
  }),
};
