import { reachOf, type Reach, type Subject } from '@duban/application';
import { ROLES, type Role } from '@duban/kernel';

/**
 * What the answers of a subject show. Totals over organs, reference data, mandates, digests and figures of the process show none of
 * these, and an import its file and its counts.
 */
const SHOWS: Readonly<Record<Subject, 'cases' | 'people' | 'readers' | 'imports' | 'nothing'>> = {
  cases: 'cases',
  board: 'cases',
  deadlines: 'cases',
  satisfaction: 'cases',
  'audit-trail': 'cases',
  events: 'cases',
  exports: 'cases',
  imports: 'imports',
  people: 'people',
  posts: 'people',
  proposals: 'people',
  reads: 'readers',
  performance: 'nothing',
  proofs: 'nothing',
  mandates: 'nothing',
  reference: 'nothing',
  operations: 'nothing',
};

/** Whether it is written down who reads it. */
export const isRecorded = (subject: Subject): boolean => SHOWS[subject] !== 'nothing';

const ofCases = (Object.keys(SHOWS) as Subject[]).filter((subject) => SHOWS[subject] === 'cases');

/** Roles that some subject shows cases to, this far. */
export const rolesReaching = (reach: Exclude<Reach, 'none'>): readonly Role[] =>
  ROLES.filter((role) => ofCases.some((subject) => reachOf(role, subject) === reach));
