import type { Actor, Paper } from '@duban/kernel';
import type { DueDate, LegalPeriod } from '../calendar/calendar.ts';
import type { Proposal } from '../two-persons/two-persons.ts';
import type { CorrectionProposed } from './correction/propose-correction.step.ts';
import type { ConclusionContested } from './evaluation/conclusion-events.ts';
import type { ContestedConclusionDecided } from './evaluation/decide-contested-conclusion.step.ts';
import type { ListApproved } from './assignment/approve-list.step.ts';
import type { NewAssignment } from './assignment/new-assignment.ts';
import type { ItemRegistered } from './assignment/register-item.step.ts';
import type { ReturnRequested } from './assignment/request-return.step.ts';
import type { CoOpinionSubmitted } from './assignment/submit-co-opinion.step.ts';
import type { AttachmentFiled } from './attachment/file-attachment.step.ts';
import type { CaseArchived } from './case-life/archive-case.step.ts';
import type { EventCorrected } from './case-life/correct-event.step.ts';
import type { Published } from './case-life/publish.step.ts';
import type { ResultPublished } from './case-life/publish-result.step.ts';
import type { PartyReportRecorded } from './case-life/record-party-report.step.ts';
import type { PublicationWithheld } from './case-life/withhold-publication.step.ts';
import type { CaseRestricted } from './restriction/restrict-case.step.ts';
import type { RestrictionLifted } from './restriction/lift-restriction.step.ts';
import type { CaseLinked } from './opening/link-case.step.ts';
import type { CaseOpened } from './opening/open-case.step.ts';
import type { ItemClosed } from './closing/close-item.step.ts';
import type { EscalationDecided } from './closing/decide-escalation.step.ts';
import type { EscalationRaised } from './closing/escalate.step.ts';
import type { LookBackPassed, RelapseFound } from './closing/record-look-back.step.ts';
import type { EvaluationConcluded } from './evaluation/conclude.step.ts';
import type { AppraisalRecorded } from './evaluation/record-appraisal.step.ts';
import type { InspectionRecorded } from './evaluation/record-inspection.step.ts';
import type { SurveyWaveRecorded } from './evaluation/record-survey-wave.step.ts';
import type { ReportVoteRecorded } from './evaluation/record-report-vote.step.ts';
import type { VoteRecorded } from './evaluation/record-vote.step.ts';
import type { VoteRepeated } from './evaluation/repeated-vote.ts';
import type { MeetingFigures } from './evaluation/vote-parts.ts';
import type { ItemImported } from './import/import-item.step.ts';
import type { ObjectionDecided } from './objection/decide-objection.step.ts';
import type { Objected } from './objection/object.step.ts';
import type { MissAnnulled } from './misses/annul-miss.step.ts';
import type { PlanFiled } from './rectification/file-plan.step.ts';
import type { ProgressReported } from './rectification/report-progress.step.ts';
import type { CommitteeOpinionGiven } from './result/give-committee-opinion.step.ts';
import type { Claim, ResultSubmitted } from './result/submit-result.step.ts';
import type { ReplyEvaluated } from './suggestion/evaluate-reply.step.ts';
import type { ReplySent } from './suggestion/send-reply.step.ts';
import type { CommitmentJudged } from './suggestion/verify-commitment.step.ts';
import type {
  CycleCause,
  Disposition,
  Evidence,
  Instrument,
  ItemStage,
  MissKind,
  RectificationType,
  AssignmentEnd,
  CaseStatus,
  ExtensionDecision,
  ResultStanding,
} from './case.vocabulary.ts';

/** A recorded fact with the event that states it, so that conclusions can name their inputs, and who stated it. */
export type Fact<Data extends object> = {
  readonly eventId: string;
  readonly on: string;
  /** Person, part and organ: they alone correct it. */
  readonly by: Actor;
  /** Whose fact it is, an organ or `person:<id>`, where `by` entered it from paper 代录; else it is the fact of `by`. */
  readonly enteredFor?: string;
  readonly data: Data;
};

export type AssignmentState = NewAssignment & {
  readonly assignedOn: string;
  readonly returnUntil: DueDate;
  readonly receivedOn: string | null;
  readonly handler: string | null;
  readonly phoneMasked: string | null;
  /** Co-organs only; each counts from its own assignment. */
  readonly coOpinionDue: DueDate | null;
  /** Ended assignments stay, with the day and the reason (`returned`, `reassigned`). */
  readonly endedOn: string | null;
  readonly endReason: AssignmentEnd | null;
  readonly coOpinion: Fact<CoOpinionSubmitted['data']> | null;
  readonly coOpinionMissedOn: string | null;
};

/** A return 退办 as it was asked for, and what was decided about it. */
export type ReturnState = {
  readonly request: ReturnRequested['data'];
  readonly decision: {
    readonly accepted: boolean;
    readonly newOrgan: string | null;
    readonly reason: string;
  } | null;
};

export type Extension = {
  /** The organ that asked. */
  readonly askedBy: string;
  readonly requestedOn: string;
  readonly requestedDue: string;
  readonly reason: string;
  readonly decision: ExtensionDecision | null;
  readonly decidedBy: string | null;
  /** The date granted; null when undecided or refused. */
  readonly newDue: string | null;
  readonly refusedFor: string | null;
};

export type Commitment = {
  readonly id: string;
  readonly text: string;
  readonly dueOn: string;
  /** The organ whose reply it stands in. */
  readonly promisedBy: string;
  /** The event that states the fulfilment. */
  readonly fulfilledBy: string | null;
  readonly evidence: readonly Evidence[];
  readonly rolledOver: number;
  /** Why it was rolled over the last time, in writing (S3 art. 22). */
  readonly explanation: string | null;
  /** The last event that says what became of it, and who said so; null: nobody did. */
  readonly statement: { readonly eventId: string; readonly by: Actor } | null;
  /** What the committee or the deputy found of that statement; null: nobody has looked yet. */
  readonly judgement: Fact<CommitmentJudged['data']> | null;
};

/** One round of an item: its own due date, organs and evaluation. A closed cycle is never touched again. */
export type Cycle = {
  readonly n: number;
  readonly cause: CycleCause;
  readonly startedOn: string;
  readonly assignments: readonly AssignmentState[];
  /** What the organ that has the item runs against: anew with each organ that is given its full period, and with each return for rework. */
  readonly due: DueDate | null;
  /** What the item runs against, towards the Committee or the deputy: from its first assignment, whoever has it. */
  readonly itemDue: DueDate | null;
  readonly planDue: DueDate | null;
  readonly extensions: readonly Extension[];
  readonly plans: readonly (Fact<PlanFiled['data']> & { readonly returnedFor: string | null })[];
  readonly progress: readonly Fact<ProgressReported['data']>[];
  readonly claim: Claim | null;
  readonly conclusions: readonly Fact<EvaluationConcluded['data']>[];
  /** Taken back because a fact they rest on was corrected while the item was evaluated. */
  readonly voidedConclusions: readonly Fact<EvaluationConcluded['data']>[];
  readonly closing: Fact<ItemClosed['data']> | null;
  readonly replies: readonly Fact<ReplySent['data']>[];
  readonly replyEvaluations: readonly Fact<ReplyEvaluated['data']>[];
  readonly commitments: readonly Commitment[];
  /** Rungs of the ladder already noted for the present due date. */
  readonly rungsNoted: readonly string[];
  /** When the clock first noted that the due date had passed; what was missed stands in `misses`. */
  readonly firstMissedOn: string | null;
  readonly returns: readonly ReturnState[];
};

/** A date that passed without what was owed by it. Whatever happens to the date afterwards, it stays. */
export type Miss = {
  readonly which: MissKind;
  readonly cycle: number;
  /** Of a co-opinion; null for the dates of the item. */
  readonly assignmentId: string | null;
  readonly dueDate: string;
  /** Who owed it when it passed; empty: the item as such, or the Congress's own side. */
  readonly organs: readonly string[];
  /** Counted through a year that was not published when the date passed. */
  readonly provisional: boolean;
  /** What the date was counted from; null: it was set. */
  readonly counted: { readonly start: string; readonly period: LegalPeriod } | null;
  /** Day from which nothing was owed by it any more: it came in, another date took its place, the item stood still or ended. */
  readonly until: string | null;
  /** Day on which an extension was refused that had been asked for in time: until then the wait was the decider's. */
  readonly waitedUntil: string | null;
  readonly annulled: Fact<MissAnnulled['data']> | null;
};

export type ItemState = {
  readonly itemId: string;
  readonly stage: ItemStage;
  /** Where a suspended item goes back to. */
  readonly resumeTo: ItemStage | null;
  /** Day of the last resumption; null while it was never suspended. */
  readonly resumedOn: string | null;
  readonly suspension: {
    readonly ground: string;
    readonly since: string;
    readonly reviewDate: string;
  } | null;
  readonly registered: Fact<ItemRegistered['data']> | null;
  readonly imported: Fact<ItemImported['data']> | null;
  readonly title: string;
  readonly text: string;
  readonly category: string | null;
  readonly proposers: readonly string[];
  readonly ruleSet: string | null;
  readonly addressee: string | null;
  readonly rectificationType: RectificationType | null;
  readonly instruments: readonly Instrument[];
  readonly fixedInResolution: boolean;
  readonly cycle: Cycle | null;
  readonly pastCycles: readonly Cycle[];
  /** Of all rounds, in the order in which they passed; one that still runs is added by the next event of a later day. */
  readonly misses: readonly Miss[];
  /** Passed while an extension that was asked for in time waits for its decision. */
  readonly heldDates: readonly Miss[];
  readonly failures: number;
  readonly disposition: Disposition | null;
  readonly lookBackDue: DueDate | null;
  readonly lookBacks: readonly (Fact<LookBackPassed['data']> | Fact<RelapseFound['data']>)[];
  readonly relapseFound: boolean;
  readonly mergedInto: string | null;
  readonly proposersCarried: readonly string[];
  readonly withdrawnFor: string | null;
  readonly escalations: readonly (Fact<EscalationRaised['data']> & {
    readonly cycle: number;
    readonly decision: EscalationDecided['data'] | null;
  })[];
};

/** Drafts and results are documents of the case; they cover items. */
export type DraftState = {
  readonly version: number;
  readonly documentHash: string;
  readonly itemIds: readonly string[];
  /** The committee's latest opinion on each item of this version. */
  readonly opinions: Readonly<Record<string, Pick<CommitteeOpinionGiven['data'], 'verdict' | 'comments'>>>;
};

/** One report may be accepted for some of its items and returned for others. */
export type ResultState = {
  readonly submitted: ResultSubmitted['data'];
  readonly items: Readonly<Record<string, ResultVerdict>>;
};

export type ResultVerdict =
  | { readonly status: ResultStanding }
  | { readonly status: 'returned'; readonly defects: readonly string[]; readonly newDueDate: string | null };

/** An evaluation and the cycle in which it found each item it covers: a later cycle never leans on it. */
export type EvaluationRecord<Data extends object> = Fact<Data> & {
  readonly cycleOf: Readonly<Record<string, number>>;
  /** Of its event: which of two records of one day came first. */
  readonly revision: number;
};

/** `held`: what the registered meeting said at which it was taken; null: it names none. */
type HeldAt = { readonly held: MeetingFigures | null };

export type EvaluationRecords = {
  readonly votes: readonly (EvaluationRecord<VoteRecorded['data']> & HeldAt)[];
  /** On the report itself: of no item and no cycle. */
  readonly reportVotes: readonly (Fact<ReportVoteRecorded['data']> & HeldAt)[];
  /** Why a vote was held once more, by the id of that vote. */
  readonly repetitions: readonly Fact<VoteRepeated['data']>[];
  readonly surveys: readonly EvaluationRecord<SurveyWaveRecorded['data']>[];
  readonly inspections: readonly EvaluationRecord<InspectionRecorded['data']>[];
  readonly appraisals: readonly EvaluationRecord<AppraisalRecorded['data']>[];
};

/** What came in on paper, with the event that was entered from it. `on` is the day of receipt, as it was entered. */
export type PaperState = {
  readonly eventId: string;
  /** Of the event. */
  readonly type: string;
  readonly on: string;
  readonly by: Actor;
  readonly data: Paper;
  /** Items that the event is about; none: the case as a whole. */
  readonly itemIds: readonly string[];
  /** ISO date in Asia/Shanghai. */
  readonly enteredOn: string;
};

/** What an organ or a deputy objects to 异议; null until it is decided. The fact that it is about stays as it is. */
export type ObjectionState = Fact<Objected['data']> & {
  readonly decision: Fact<ObjectionDecided['data']> | null;
};

/** A correction that waits for a second person, or did; `endedBy` is who confirmed or declined it. */
export type CorrectionProposal = Fact<CorrectionProposed['data']> & {
  readonly status: Proposal['status'];
  readonly endedBy: Actor | null;
};

/** A conclusion that its facts no longer bear out; null until the body that concluded has decided. */
export type Contest = Fact<ConclusionContested['data']> & {
  readonly decision: Fact<ContestedConclusionDecided['data']> | null;
};

/** Who may know of the case was narrowed; `lifted` null: it still is. */
export type Restriction = Fact<CaseRestricted['data']> & {
  readonly lifted: Fact<RestrictionLifted['data']> | null;
};

/** A file of the case; one that was superseded stays, with the name of the newer one. */
export type AttachmentState = Fact<AttachmentFiled['data']> & {
  /** ISO 8601 with offset. */
  readonly filedAt: string;
  readonly filedBy: Actor;
  /** `attachmentId` of the file that came in its place. */
  readonly supersededBy: string | null;
};

export type OpenedCase = {
  readonly status: CaseStatus;
  /** The latest day on which something of it was decided: dates of before have passed or were kept. */
  readonly foldedUntil: string;
  readonly opened: CaseOpened['data'];
  readonly openedEventId: string;
  /** The issuer: who may withdraw. */
  readonly openedBy: Actor;
  readonly items: Readonly<Record<string, ItemState>>;
  readonly lists: readonly ListApproved['data'][];
  readonly drafts: readonly DraftState[];
  readonly results: readonly ResultState[];
  readonly records: EvaluationRecords;
  readonly links: readonly CaseLinked['data'][];
  readonly partyReports: readonly PartyReportRecorded['data'][];
  readonly publications: readonly ResultPublished['data'][];
  /** What deputies and the public were told, whichever document of the case it was. */
  readonly published: readonly Fact<Published['data']>[];
  readonly withheld: PublicationWithheld['data'] | null;
  /** The last one may hold now, those before it were lifted. */
  readonly restrictions: readonly Restriction[];
  readonly corrections: readonly Fact<EventCorrected['data']>[];
  readonly proposals: readonly CorrectionProposal[];
  readonly contests: readonly Contest[];
  readonly attachments: readonly AttachmentState[];
  readonly papers: readonly PaperState[];
  readonly objections: readonly ObjectionState[];
  readonly closedOn: string | null;
  readonly archived: CaseArchived['data'] | null;
};

/** A union of situations: nothing can be asked of a case that was never opened. */
export type CaseState = { readonly status: 'unopened' } | OpenedCase;
