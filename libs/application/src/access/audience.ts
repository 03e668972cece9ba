import type { Audience } from '@duban/contracts';
import { isRole, type Role } from '@duban/kernel';

const AUDIENCES: Readonly<Record<Role, Audience>> = {
  'supervision-office': 'office',
  'general-office': 'office',
  'chairpersons-council': 'office',
  'working-body': 'congress',
  // Of a case that nothing is known of: what a deputy is to one that is, `opening-table.ts` says.
  deputy: 'analysis',
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

/** What a role is to a case wherever all of them are asked about; total over the roles, and the least for whoever is none of them. */
export const audienceOf = (role: string): Audience => (isRole(role) ? AUDIENCES[role] : 'analysis');
