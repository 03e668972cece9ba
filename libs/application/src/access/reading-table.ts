import { ORGAN_ROLES, ROLES, type Role } from '@duban/kernel';

/** What a query shows; every route of the API names one. */
export type Subject =
  | 'cases'
  | 'board'
  | 'deadlines'
  | 'satisfaction'
  | 'performance'
  | 'audit-trail'
  | 'proofs'
  | 'reads'
  | 'events'
  | 'exports'
  | 'imports'
  | 'people'
  | 'posts'
  | 'proposals'
  | 'mandates'
  | 'reference'
  | 'operations';

/** `own`: only cases in which the reader's organ takes part or is addressed. */
export type Reach = 'all' | 'own' | 'none';

const readers: readonly Role[] = [
  'supervision-office',
  'working-body',
  'chairpersons-council',
  'general-office',
  'deputy',
  'auditor',
];

const everything: Readonly<Record<Subject, readonly Role[]>> = {
  cases: readers,
  board: readers,
  deadlines: readers,
  satisfaction: readers,
  performance: readers,
  'audit-trail': ['auditor', 'audit-admin', 'supervision-office'],
  proofs: ['auditor', 'audit-admin'],
  reads: ['auditor', 'audit-admin'],
  events: ['auditor', 'analyst', 'supervision-office'],
  exports: ['auditor', 'analyst', 'supervision-office'],
  imports: ['supervision-office', 'auditor'],
  people: ['supervision-office', 'working-body', 'general-office', 'security-admin'],
  posts: ['security-admin', 'auditor', 'audit-admin'],
  // Each sees what concerns the post in which they ask.
  proposals: [
    'supervision-office',
    'working-body',
    'chairpersons-council',
    'general-office',
    'deputy',
    ...ORGAN_ROLES,
    'security-admin',
  ],
  // They name cases, which not everybody may know of.
  mandates: [
    'supervision-office',
    'working-body',
    'chairpersons-council',
    'general-office',
    'auditor',
    'audit-admin',
  ],
  reference: [...ROLES],
  operations: ['system-admin', 'supervision-office', 'auditor'],
};

const ownOnly: readonly Subject[] = ['cases', 'board', 'deadlines', 'satisfaction'];

/** Deny by default; organs see their own matters (contracts.md section 2). */
export const reachOf = (role: string, subject: Subject): Reach => {
  if ((everything[subject] as readonly string[]).includes(role)) return 'all';
  if ((ORGAN_ROLES as readonly string[]).includes(role) && ownOnly.includes(subject)) return 'own';
  return 'none';
};
