/** The closed vocabularies of answers, each under its name; a schema that has the same words is the same vocabulary. */
import type { TSchema } from '@sinclair/typebox';
import { TIME_AXES } from '@duban/kernel';
import {
  assignmentRole,
  attachmentPurpose,
  bodyKind,
  caseStatus,
  collectionMode,
  cycleCause,
  disposition,
  dueDateStepCode,
  escalationLevel,
  grade,
  instrument,
  itemStage,
  lightColor,
  organKind,
  missKind,
  periodUnit,
  rectificationType,
  supervisionForm,
} from '@duban/domain/schema';
import { BOARD_FLAGS } from '../board/board-flags.ts';
import { enumeration, named } from './parts.ts';

export const stages = named('ItemStage', itemStage());
export const dispositions = named('Disposition', disposition());
export const forms = named('SupervisionForm', supervisionForm());
export const purposes = named('AttachmentPurpose', attachmentPurpose());
export const instruments = named('Instrument', instrument());
export const cycleCauses = named('CycleCause', cycleCause());
export const rectificationTypes = named('RectificationType', rectificationType());
export const caseStatuses = named('CaseStatus', caseStatus());
export const lightColors = named('LightColor', lightColor());
export const grades = named('Grade', grade());
const periodUnits = named('PeriodUnit', periodUnit());
const dueDateCodes = named('DueDateStepCode', dueDateStepCode());
const axes = enumeration('TimeAxis', TIME_AXES);
export const boardFlags = enumeration('BoardFlag', BOARD_FLAGS);
export const figureKeys = enumeration('BoardFigureKey', [
  'open',
  'dueToday',
  'dueWithinThreeWorkingDays',
  'overdue',
  'waitingForSignature',
  'waitingForReview',
  'dissatisfied',
]);
export const DEADLINE_KINDS = [
  'due',
  'item-due',
  'plan',
  'co-opinion',
  'return',
  'look-back',
  'commitment',
  'milestone',
  'suspension-review',
  'publication',
] as const;
export const deadlineKinds = enumeration('DeadlineKind', DEADLINE_KINDS);
export const missKinds = named('MissKind', missKind());
export const EVALUATION_KINDS = [
  'vote',
  'survey',
  'inspection',
  'appraisal',
  'reply-evaluation',
  'conclusion',
] as const;
export const evaluationKinds = enumeration('EvaluationKind', EVALUATION_KINDS);
export const batchStatuses = enumeration('ImportBatchStatus', ['started', 'completed', 'undone']);
export const factKinds = enumeration('FactKind', ['observed', 'late', 'correction', 'clock', 'imported']);
export const differenceKinds = enumeration('DifferenceKind', ['added', 'removed', 'changed']);
export const registerChangeKinds = enumeration('RegisterChangeKind', [
  'entered',
  'left',
  'changed',
  'came-and-went',
]);
export const CHANGED_PARTS = ['stage', 'light', 'due', 'cycle', 'leads', 'disposition'] as const;
export const changedParts = enumeration('ChangedPart', CHANGED_PARTS);
export const deviationKinds = enumeration('DeviationKind', [
  'skipped',
  'out-of-order',
  'legal-order',
  'look-back-missing',
  'before-list',
  'before-opinion',
  'without-instrument',
  'by-handling-organ',
  'after-date',
  'by-another',
  'without-decision',
]);
export const lawfulSteps = enumeration('LawfulStep', [
  'assign',
  'receive',
  'plan',
  'handle',
  'submit',
  'reply',
  'consult',
  'evaluate',
  'close',
  'look-back',
  'extend',
  'decide',
]);
export const lawfulModels = enumeration('LawfulModel', ['loop', 'suggestion']);
export const watchedKinds = enumeration('WatchedKind', ['due', 'plan', 'co-opinion', 'look-back']);
export const bodyKinds = named('BodyKind', bodyKind());
export const organKinds = named('OrganKind', organKind());

/** Those that stored data and the bodies of commands share with answers. */
export const sharedVocabularies: readonly TSchema[] = [
  ...[stages, dispositions, forms, purposes, instruments, cycleCauses, rectificationTypes, caseStatuses],
  ...[lightColors, periodUnits, dueDateCodes, axes, boardFlags, deadlineKinds, evaluationKinds, organKinds],
  grades,
  named('AssignmentRole', assignmentRole()),
  named('EscalationLevel', escalationLevel()),
  named('CollectionMode', collectionMode()),
];
