/** The closed vocabularies of the domain as schemas; a spec proves each equal to its type. */
import type { AttachmentPurpose } from '@duban/domain';
import { oneOf } from './parts.ts';

export const itemStage = () =>
  oneOf(
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
    'TAKEN_BACK',
  );

export const disposition = () =>
  oneOf('resolved', 'basically-resolved', 'long-term-tracking', 'not-implementable', 'superseded');

/** What a file may be filed as; whoever offers a choice offers these. */
export const PURPOSES = [
  'source-document',
  'plan',
  'evidence',
  'result-report',
  'reply',
  'inspection',
  'other',
] as const satisfies readonly AttachmentPurpose[];
export const attachmentPurpose = () => oneOf(...PURPOSES);
export const supervisionForm = () =>
  oneOf(
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
  );

/** Of an appraisal or a deputy, and the outcome of an evaluation: one scale. */
export const grade = () => oneOf('satisfied', 'basic', 'dissatisfied');
export const assignmentRole = () => oneOf('lead', 'co', 'separate');
export const instrument = () =>
  oneOf('vote', 'survey', 'inspection', 'appraisal', 'verification', 'deputy-evaluation');
export const cycleCause = () => oneOf('assignment', 'dissatisfied', 'relapse', 'import');
export const escalationLevel = () => oneOf('reminder', 'chase-slip', 'vice-chair', 'chairpersons-council');
export const collectionMode = () => oneOf('paper', 'door-to-door', 'phone', 'web', 'site-intercept');
