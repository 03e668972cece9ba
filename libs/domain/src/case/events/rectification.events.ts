import type { Message } from '@duban/kernel';
import type { DueDate } from '../../calendar/calendar.ts';
import type { Disposition, Evidence } from '../case.vocabulary.ts';

export type Measure = {
  readonly id: string;
  readonly text: string;
  /** The responsible post, never a person. */
  readonly post: string;
  readonly milestoneDate: string;
  readonly indicator: string;
  readonly target: string;
};

export type PlanFiled = Message<
  'PlanFiled',
  {
    readonly itemId: string;
    readonly assignmentId: string;
    readonly planVersion: number;
    readonly measures: readonly Measure[];
  }
>;

export type PlanReturned = Message<
  'PlanReturned',
  { readonly itemId: string; readonly planVersion: number; readonly reason: string }
>;

export type MilestoneState = 'not-started' | 'on-track' | 'behind' | 'done';

export type ProgressReported = Message<
  'ProgressReported',
  {
    readonly itemId: string;
    readonly assignmentId: string;
    readonly periodEnd: string;
    /** Whole number 0–100: the organ's own claim, never a finding (section 2.8). */
    readonly percent: number;
    readonly milestoneStates: readonly { readonly measureId: string; readonly state: MilestoneState }[];
    readonly blockers: string;
    readonly evidence: readonly Evidence[];
  }
>;

export type ExtensionRequested = Message<
  'ExtensionRequested',
  {
    readonly itemId: string;
    readonly requestedDue: string;
    readonly reason: string;
    readonly requestedOn: string;
  }
>;

export type ExtensionGranted = Message<
  'ExtensionGranted',
  { readonly itemId: string; readonly newDue: DueDate; readonly decidedBy: string; readonly count: number }
>;

export type ExtensionRefused = Message<
  'ExtensionRefused',
  { readonly itemId: string; readonly decidedBy: string; readonly reason: string }
>;

export type DeadlineApproaching = Message<
  'DeadlineApproaching',
  { readonly itemId: string; readonly dueDate: string; readonly daysLeft: number; readonly rung: string }
>;

export type DeadlineMissed = Message<
  'DeadlineMissed',
  { readonly itemId: string; readonly dueDate: string; readonly daysLate: number; readonly rung: string }
>;

export type ItemSuspended = Message<
  'ItemSuspended',
  {
    readonly itemId: string;
    readonly ground: string;
    readonly reviewDate: string;
    readonly suspendedOn: string;
  }
>;

export type ItemResumed = Message<
  'ItemResumed',
  {
    readonly itemId: string;
    readonly daysSuspended: number;
    readonly newDue: DueDate;
    readonly resumedOn: string;
  }
>;

export type DraftResultSubmitted = Message<
  'DraftResultSubmitted',
  {
    readonly draftVersion: number;
    readonly documentHash: string;
    readonly itemIds: readonly string[];
    /** Co-organs whose opinion is absent and recorded as such. */
    readonly missingCoOpinions: readonly string[];
  }
>;

export type CommitteeOpinionGiven = Message<
  'CommitteeOpinionGiven',
  {
    readonly draftVersion: number;
    readonly itemIds: readonly string[];
    readonly verdict: 'agree' | 'agree-with-comments' | 'disagree';
    readonly comments: readonly string[];
  }
>;

export type Claim = {
  readonly itemId: string;
  readonly claimedDisposition: Disposition;
  readonly evidence: readonly Evidence[];
};

export type ResultSubmitted = Message<
  'ResultSubmitted',
  {
    readonly reportNo: string;
    readonly draftVersion: number;
    readonly signer: string;
    readonly claims: readonly Claim[];
    /** Required when the report departs from the committee's opinion. */
    readonly departureReason: string | null;
    readonly submittedOn: string;
  }
>;

export type ResultAccepted = Message<
  'ResultAccepted',
  { readonly reportNo: string; readonly itemIds: readonly string[]; readonly acceptedBy: string }
>;

export type ResultReturned = Message<
  'ResultReturned',
  {
    readonly reportNo: string;
    readonly itemIds: readonly string[];
    readonly defects: readonly string[];
    /** The date of the second try; null leaves the due date as it was. */
    readonly newDue: DueDate | null;
  }
>;

export type RectificationEvent =
  | PlanFiled
  | PlanReturned
  | ProgressReported
  | ExtensionRequested
  | ExtensionGranted
  | ExtensionRefused
  | DeadlineApproaching
  | DeadlineMissed
  | ItemSuspended
  | ItemResumed
  | DraftResultSubmitted
  | CommitteeOpinionGiven
  | ResultSubmitted
  | ResultAccepted
  | ResultReturned;
