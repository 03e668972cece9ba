import type { Message } from '@duban/kernel';
import type { DueDate, LegalPeriod } from '../../calendar/calendar.ts';
import type {
  AssignmentRole,
  ClockRule,
  Evidence,
  Instrument,
  ItemCategory,
  RectificationType,
} from '../case.vocabulary.ts';

export type ItemRegistered = Message<
  'ItemRegistered',
  {
    readonly itemId: string;
    readonly caseId: string;
    readonly sourceId: string;
    readonly sourceParagraph: string;
    readonly title: string;
    readonly text: string;
    readonly category: ItemCategory;
    readonly topicTag: string;
    /** `person:<id>` of deputies, for suggestions; empty otherwise. */
    readonly proposers: readonly string[];
  }
>;

export type ListApproved = Message<
  'ListApproved',
  {
    readonly listNo: string;
    readonly itemIds: readonly string[];
    readonly approvedBy: string;
    readonly meetingNo: string;
  }
>;

export type NewAssignment = {
  readonly id: string;
  readonly organ: string;
  readonly role: AssignmentRole;
  readonly scopeText: string;
};

export type ItemAssigned = Message<
  'ItemAssigned',
  {
    readonly itemId: string;
    readonly assignments: readonly NewAssignment[];
    readonly addressee: string;
    readonly rectificationType: RectificationType;
    /** Null when the date is fixed in the source document itself (S1 art. 17). */
    readonly legalPeriod: LegalPeriod | null;
    readonly due: DueDate;
    /** A date fixed in a resolution is extended by the Standing Committee only. */
    readonly fixedInResolution: boolean;
    readonly planDue: DueDate | null;
    readonly coOpinionDue: DueDate | null;
    /** Last day on which a wrong assignment may be returned. */
    readonly returnUntil: DueDate;
    readonly assignedOn: string;
    readonly ruleSet: string;
    readonly instruments: readonly Instrument[];
    readonly thresholdRuleId: string;
  }
>;

export type ReceiptAcknowledged = Message<
  'ReceiptAcknowledged',
  {
    readonly itemId: string;
    readonly assignmentId: string;
    readonly handler: string;
    readonly phoneMasked: string | null;
    readonly receivedOn: string;
  }
>;

export type ReturnRequested = Message<
  'ReturnRequested',
  {
    readonly itemId: string;
    readonly assignmentId: string;
    readonly reasonCode: 'not-competent' | 'duplicate' | 'unclear' | 'other';
    readonly text: string;
    readonly proposedOrgan: string;
    readonly requestedOn: string;
  }
>;

export type ReturnAccepted = Message<
  'ReturnAccepted',
  {
    readonly itemId: string;
    readonly assignmentId: string;
    readonly decidedBy: string;
    readonly newOrgan: string | null;
    readonly reason: string;
  }
>;

export type ReturnRefused = Message<
  'ReturnRefused',
  {
    readonly itemId: string;
    readonly assignmentId: string;
    readonly decidedBy: string;
    readonly reason: string;
  }
>;

export type ItemReassigned = Message<
  'ItemReassigned',
  {
    readonly itemId: string;
    /** Ended, not overwritten; null when an organ is added. */
    readonly endedAssignmentId: string | null;
    readonly assignment: NewAssignment;
    readonly clockRule: ClockRule;
    readonly due: DueDate;
    readonly planDue: DueDate | null;
    /** Of the new assignment, when it is a co-organ's. */
    readonly coOpinionDue: DueDate | null;
    readonly returnUntil: DueDate;
    readonly reassignedOn: string;
    readonly reason: string;
  }
>;

export type CoOpinionSubmitted = Message<
  'CoOpinionSubmitted',
  {
    readonly itemId: string;
    readonly assignmentId: string;
    readonly version: number;
    readonly text: string;
    readonly evidence: readonly Evidence[];
  }
>;

export type CoOpinionMissed = Message<
  'CoOpinionMissed',
  { readonly itemId: string; readonly assignmentId: string; readonly dueDate: string }
>;

export type AssignmentEvent =
  | ItemRegistered
  | ListApproved
  | ItemAssigned
  | ReceiptAcknowledged
  | ReturnRequested
  | ReturnAccepted
  | ReturnRefused
  | ItemReassigned
  | CoOpinionSubmitted
  | CoOpinionMissed;
