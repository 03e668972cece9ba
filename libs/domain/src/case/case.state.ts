import type { Basis, JsonValue } from '@duban/kernel';
import type { DueDate } from '../calendar/calendar.ts';
import type { Instrument } from '../ruleset/ruleset.ts';
import type { CaseLinked, CaseOpened, EventCorrected, PartyReportRecorded } from './events/case-life.events.ts';
import type { CoOpinionSubmitted, ItemRegistered, NewAssignment } from './events/assignment.events.ts';
import type {
  AppraisalRecorded,
  EscalationDecided,
  EscalationRaised,
  EvaluationConcluded,
  InspectionRecorded,
  ItemClosed,
  LookBackPassed,
  RelapseFound,
  ReplyEvaluated,
  ReplySent,
  SurveyWaveRecorded,
  VoteRecorded,
} from './events/evaluation.events.ts';
import type { ItemImported } from './events/import.events.ts';
import type { Claim, PlanFiled, ProgressReported } from './events/rectification.events.ts';
import type { CycleCause, Disposition, ItemStage, RectificationType } from './case.vocabulary.ts';

/** A recorded fact with the event that states it, so that conclusions can name their inputs. */
export type Fact<Data extends object> = { readonly eventId: string; readonly on: string; readonly data: Data };

export type AssignmentState = NewAssignment & {
  readonly assignedOn: string;
  readonly returnUntil: DueDate;
  readonly receivedOn: string | null;
  readonly handler: string | null;
  /** Ended assignments stay, with the day and the reason (`returned`, `reassigned`). */
  readonly endedOn: string | null;
  readonly endReason: 'returned' | 'reassigned' | null;
  readonly coOpinion: Fact<CoOpinionSubmitted['data']> | null;
  readonly coOpinionMissedOn: string | null;
};

export type Extension = {
  readonly requestedOn: string;
  readonly requestedDue: string;
  readonly reason: string;
  readonly decision: 'granted' | 'refused' | null;
  readonly decidedBy: string | null;
};

export type Commitment = {
  readonly id: string;
  readonly text: string;
  readonly dueOn: string;
  readonly fulfilledBy: string | null;
  readonly rolledOver: number;
};

/** One round of an item: its own due date, organs and evaluation. A closed cycle is never touched again. */
export type Cycle = {
  readonly n: number;
  readonly cause: CycleCause;
  readonly startedOn: string;
  readonly assignments: readonly AssignmentState[];
  readonly due: DueDate | null;
  readonly planDue: DueDate | null;
  readonly coOpinionDue: DueDate | null;
  readonly extensions: readonly Extension[];
  readonly plans: readonly (Fact<PlanFiled['data']> & { readonly returnedFor: string | null })[];
  readonly progress: readonly Fact<ProgressReported['data']>[];
  readonly claim: Claim | null;
  readonly conclusions: readonly Fact<EvaluationConcluded['data']>[];
  readonly closing: Fact<ItemClosed['data']> | null;
  readonly replies: readonly Fact<ReplySent['data']>[];
  readonly replyEvaluations: readonly Fact<ReplyEvaluated['data']>[];
  readonly commitments: readonly Commitment[];
  /** Rungs of the ladder already noted for the present due date. */
  readonly rungsNoted: readonly string[];
  readonly firstMissedOn: string | null;
  readonly returnsAccepted: number;
};

export type ItemState = {
  readonly itemId: string;
  readonly stage: ItemStage;
  /** Where a suspended or return-requested item goes back to. */
  readonly resumeTo: ItemStage | null;
  readonly suspension: { readonly ground: string; readonly since: string; readonly reviewDate: string } | null;
  readonly registered: ItemRegistered['data'] | null;
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
  readonly failures: number;
  readonly disposition: Disposition | null;
  readonly lookBackDue: DueDate | null;
  readonly lookBacks: readonly (Fact<LookBackPassed['data']> | Fact<RelapseFound['data']>)[];
  readonly relapseFound: boolean;
  readonly mergedInto: string | null;
  readonly proposersCarried: readonly string[];
  readonly withdrawnFor: string | null;
  readonly escalations: readonly (Fact<EscalationRaised['data']> & {
    readonly decision: EscalationDecided['data'] | null;
  })[];
};

/** Drafts and results are documents of the case; they cover items. */
export type DraftState = {
  readonly version: number;
  readonly documentHash: string;
  readonly itemIds: readonly string[];
  readonly opinion: 'agree' | 'agree-with-comments' | 'disagree' | null;
};

export type ResultState = {
  readonly reportNo: string;
  readonly draftVersion: number;
  readonly itemIds: readonly string[];
  readonly status: 'submitted' | 'accepted' | 'returned';
};

export type EvaluationRecords = {
  readonly votes: readonly Fact<VoteRecorded['data']>[];
  readonly surveys: readonly Fact<SurveyWaveRecorded['data']>[];
  readonly inspections: readonly Fact<InspectionRecorded['data']>[];
  readonly appraisals: readonly Fact<AppraisalRecorded['data']>[];
};

export type OpenedCase = {
  readonly status: 'open' | 'closed' | 'archived';
  readonly opened: CaseOpened['data'];
  readonly openedBasis: Basis | null;
  readonly items: Readonly<Record<string, ItemState>>;
  readonly listNos: readonly string[];
  readonly drafts: readonly DraftState[];
  readonly results: readonly ResultState[];
  readonly records: EvaluationRecords;
  readonly links: readonly CaseLinked['data'][];
  readonly partyReports: readonly PartyReportRecorded['data'][];
  readonly publication: { readonly kind: 'published' | 'withheld'; readonly text: string } | null;
  readonly corrections: readonly Fact<EventCorrected['data']>[];
  /** What may be corrected, by event id: enough of each event to find the field's present value. */
  readonly correctable: Readonly<Record<string, { readonly type: string; readonly data: JsonValue }>>;
  readonly closedOn: string | null;
};

/** A union of situations: nothing can be asked of a case that was never opened. */
export type CaseState = { readonly status: 'unopened' } | OpenedCase;
