/** The roles of contracts.md section 2, and `system`: the clock's own actor, which no token can carry. */
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

export const SYSTEM_ROLE = 'system';

/** Roles that act for an organ under supervision: they see and touch that organ's matters only. */
export const ORGAN_ROLES: readonly Role[] = ['organ-lead', 'organ-co', 'government-office'];
