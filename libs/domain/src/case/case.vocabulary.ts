/** Closed vocabularies of the loop (domain.md sections 1, 2.2). Literals are storage format: never rename one. */

export type ItemStage =
  | 'REGISTERED'
  | 'LISTED'
  | 'ASSIGNED'
  | 'RETURN_REQUESTED'
  | 'RECEIVED'
  | 'RECTIFYING'
  | 'SUSPENDED'
  | 'REWORK'
  | 'CONSULTING'
  | 'SUBMITTED'
  | 'EVALUATING'
  | 'CLOSED'
  | 'LOOKBACK'
  | 'MERGED'
  | 'WITHDRAWN'
  /** Only for imported items whose batch was taken back; off every list, its events stay. */
  | 'TAKEN_BACK';

export const ENDED_STAGES: readonly ItemStage[] = ['CLOSED', 'MERGED', 'WITHDRAWN', 'TAKEN_BACK'];

export type Disposition =
  'resolved' | 'basically-resolved' | 'long-term-tracking' | 'not-implementable' | 'superseded';

/** What the Standing Committee did to arrive at the source document (Supervision Law; Decision items 7, 9, 12). */
export type SupervisionForm =
  | 'work-report'
  | 'law-inspection'
  | 'special-inquiry'
  | 'interpellation'
  | 'resolution'
  | 'inspection-visit'
  | 'appraisal'
  | 'audit-report'
  | 'special-investigation'
  | 'suggestion'
  | 'research-report'
  | 'register';

export type ItemCategory = 'problem' | 'suggestion';

export type AssignmentRole = 'lead' | 'co' | 'separate';

export type RectificationType = 'at-once' | 'phased' | 'continuous';

export type Evidence = { readonly digest: string; readonly name: string; readonly mediaType: string };

export type Grade = 'satisfied' | 'basic' | 'dissatisfied';

export type Dimension = 'attitude' | 'result';

/** The verifier's finding; the organ's claim is a separate fact and stays one. */
export type FindingVerdict = 'verified' | 'partly' | 'not-done';

export type ClockRule = 'restart' | 'continue';

export type EscalationLevel = 'reminder' | 'chase-slip' | 'vice-chair' | 'chairpersons-council';

export type CaseLinkKind = 'parent' | 'child' | 'repeats' | 'inquiry' | 'needs-legislation';

export type CycleCause = 'assignment' | 'dissatisfied' | 'relapse' | 'import';

/** What a file was filed as; the events that name it by its digest say what it proves. */
export type AttachmentPurpose =
  'source-document' | 'plan' | 'evidence' | 'result-report' | 'reply' | 'inspection' | 'other';
