import type { Audience } from '@duban/contracts';
import { isRole, type Role } from '@duban/kernel';

const AUDIENCES: Readonly<Record<Role, Audience>> = {
  'supervision-office': 'office',
  'general-office': 'office',
  'chairpersons-council': 'office',
  'working-body': 'congress',
  deputy: 'congress',
  'organ-lead': 'parties',
  'organ-co': 'parties',
  'government-office': 'parties',
  auditor: 'audit',
  'audit-admin': 'audit',
  analyst: 'analysis',
  // These see no case at all; should a table ever let them in, they see the least.
  'system-admin': 'analysis',
  'security-admin': 'analysis',
};

/** What a role is to a paper of a case; total over the roles, and the least for whoever is none of them. */
export const audienceOf = (role: string): Audience => (isRole(role) ? AUDIENCES[role] : 'analysis');
