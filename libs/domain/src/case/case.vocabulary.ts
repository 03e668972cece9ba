/**
 * Closed vocabularies of the loop (domain.md sections 1, 2.2), each spelled once: the type, and the schema of whatever holds
 * such a word, follow from the list. Words are storage format: never rename one.
 */
import { Type } from '@sinclair/typebox';
import { oneOf } from '../schema/parts.ts';

const ITEM_STAGES = [
  'REGISTERED',
  'LISTED',
  'ASSIGNED',
  'RETURN_REQUESTED',
  'RECEIVED',
  'RECTIFYING',
  'SUSPENDED',
  'REWORK',
  'CONSULTING',
  'SUBMITTED',
  'EVALUATING',
  'CLOSED',
  'LOOKBACK',
  'MERGED',
  'WITHDRAWN',
  /** Only for imported items whose batch was taken back; off every list, its events stay. */
  'TAKEN_BACK',
] as const;
export type ItemStage = (typeof ITEM_STAGES)[number];
export const itemStage = () => oneOf(...ITEM_STAGES);

export const ENDED_STAGES: readonly ItemStage[] = ['CLOSED', 'MERGED', 'WITHDRAWN', 'TAKEN_BACK'];

export const OPEN_STAGES: readonly ItemStage[] = ITEM_STAGES.filter((stage) => !ENDED_STAGES.includes(stage));

export const DISPOSITIONS = [
  'resolved',
  'basically-resolved',
  'long-term-tracking',
  'not-implementable',
  'superseded',
] as const;
export type Disposition = (typeof DISPOSITIONS)[number];
export const disposition = () => oneOf(...DISPOSITIONS);

/** What the Standing Committee did to arrive at the source document (Supervision Law; Decision items 7, 9, 12). */
const SUPERVISION_FORMS = [
  'work-report',
  'law-inspection',
  'special-inquiry',
  'interpellation',
  'resolution',
  'inspection-visit',
  'appraisal',
  'audit-report',
  'special-investigation',
  'suggestion',
  'research-report',
  'register',
] as const;
export type SupervisionForm = (typeof SUPERVISION_FORMS)[number];
export const supervisionForm = () => oneOf(...SUPERVISION_FORMS);

const ITEM_CATEGORIES = ['problem', 'suggestion'] as const;
export type ItemCategory = (typeof ITEM_CATEGORIES)[number];
export const itemCategory = () => oneOf(...ITEM_CATEGORIES);

export const ASSIGNMENT_ROLES = ['lead', 'co', 'separate'] as const;
export type AssignmentRole = (typeof ASSIGNMENT_ROLES)[number];
export const assignmentRole = () => oneOf(...ASSIGNMENT_ROLES);

const RECTIFICATION_TYPES = ['at-once', 'phased', 'continuous'] as const;
export type RectificationType = (typeof RECTIFICATION_TYPES)[number];
export const rectificationType = () => oneOf(...RECTIFICATION_TYPES);

export type Evidence = { readonly digest: string; readonly name: string; readonly mediaType: string };

/** Of an appraisal or a deputy, and the outcome of an evaluation: one scale. */
export const GRADES = ['satisfied', 'basic', 'dissatisfied'] as const;
export type Grade = (typeof GRADES)[number];
export const grade = () => oneOf(...GRADES);

/** What a deputy judges of an organ's reply. */
const DIMENSIONS = ['attitude', 'result'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
export const dimension = () => oneOf(...DIMENSIONS);

/** The two evaluations 两次评价 of a suggestion. */
export const evaluationRound = () => Type.Union([Type.Literal(1), Type.Literal(2)]);

/** The verifier's finding; the organ's claim is a separate fact and stays one. */
const FINDING_VERDICTS = ['verified', 'partly', 'not-done'] as const;
export type FindingVerdict = (typeof FINDING_VERDICTS)[number];
export const findingVerdict = () => oneOf(...FINDING_VERDICTS);

const CLOCK_RULES = ['restart', 'continue'] as const;
export type ClockRule = (typeof CLOCK_RULES)[number];
export const clockRule = () => oneOf(...CLOCK_RULES);

/** What is owed by a date: the result by the organ's clock and by the item's, the plan, a co-opinion, the look-back. */
const MISS_KINDS = ['due', 'item-due', 'plan', 'co-opinion', 'look-back'] as const;
export type MissKind = (typeof MISS_KINDS)[number];
export const missKind = () => oneOf(...MISS_KINDS);

export const ESCALATION_LEVELS = ['reminder', 'chase-slip', 'vice-chair', 'chairpersons-council'] as const;
export type EscalationLevel = (typeof ESCALATION_LEVELS)[number];
export const escalationLevel = () => oneOf(...ESCALATION_LEVELS);

const CASE_LINK_KINDS = ['parent', 'child', 'repeats', 'inquiry', 'needs-legislation'] as const;
export type CaseLinkKind = (typeof CASE_LINK_KINDS)[number];
export const caseLinkKind = () => oneOf(...CASE_LINK_KINDS);

const CYCLE_CAUSES = ['assignment', 'dissatisfied', 'relapse', 'import', 'contested'] as const;
export type CycleCause = (typeof CYCLE_CAUSES)[number];
export const cycleCause = () => oneOf(...CYCLE_CAUSES);
/** In events that were published before a contested conclusion could open a cycle: their schemas stay what they are. */
export const earlierCycleCause = () => oneOf('assignment', 'dissatisfied', 'relapse', 'import');

/** What an organ or a deputy objects to. */
const OBJECTION_SUBJECTS = ['received-day', 'entry', 'miss', 'notice'] as const;
export type ObjectionSubject = (typeof OBJECTION_SUBJECTS)[number];
export const objectionSubject = () => oneOf(...OBJECTION_SUBJECTS);

/** What a file was filed as; the events that name it by its digest say what it proves. Whoever offers a choice offers these. */
export const PURPOSES = [
  'source-document',
  'plan',
  'evidence',
  'result-report',
  'reply',
  'inspection',
  'other',
] as const;
export type AttachmentPurpose = (typeof PURPOSES)[number];
export const attachmentPurpose = () => oneOf(...PURPOSES);

const INSTRUMENTS = [
  'vote',
  'survey',
  'inspection',
  'appraisal',
  'verification',
  'deputy-evaluation',
] as const;
export type Instrument = (typeof INSTRUMENTS)[number];
export const instrument = () => oneOf(...INSTRUMENTS);

const COLLECTION_MODES = ['paper', 'door-to-door', 'phone', 'web', 'site-intercept'] as const;
export const collectionMode = () => oneOf(...COLLECTION_MODES);

export const CASE_STATUSES = ['open', 'closed', 'archived'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];
export const caseStatus = () => oneOf(...CASE_STATUSES);

const ASSIGNMENT_ENDS = ['returned', 'reassigned'] as const;
export type AssignmentEnd = (typeof ASSIGNMENT_ENDS)[number];
export const assignmentEnd = () => oneOf(...ASSIGNMENT_ENDS);

const EXTENSION_DECISIONS = ['granted', 'refused'] as const;
export type ExtensionDecision = (typeof EXTENSION_DECISIONS)[number];
export const extensionDecision = () => oneOf(...EXTENSION_DECISIONS);

/** Of a report on one of its items, unless it came back. */
const RESULT_STANDINGS = ['submitted', 'accepted'] as const;
export type ResultStanding = (typeof RESULT_STANDINGS)[number];
export const resultStanding = () => oneOf(...RESULT_STANDINGS);

const OPINION_VERDICTS = ['agree', 'agree-with-comments', 'disagree'] as const;
export const opinionVerdict = () => oneOf(...OPINION_VERDICTS);
