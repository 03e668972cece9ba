/** The roles of contracts.md section 2: what a token may say of a person. */
export const ROLES = [
  'supervision-office',
  'working-body',
  'chairpersons-council',
  'general-office',
  'organ-lead',
  'organ-co',
  'government-office',
  'deputy',
  'auditor',
  'analyst',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const;

export type Role = (typeof ROLES)[number];

export const isRole = (text: string): text is Role => (ROLES as readonly string[]).includes(text);

/** The clock's own actor, which no token can carry. */
export const SYSTEM_ROLE = 'system';

/** Whoever an event may name as its actor. */
export type ActorRole = Role | typeof SYSTEM_ROLE;

/** Roles that act for an organ under supervision: they see and touch that organ's matters only. */
export const ORGAN_ROLES: readonly Role[] = ['organ-lead', 'organ-co', 'government-office'];
