import type { Role } from './roles.ts';

/** Writing beside the cases: reference data (calendars, rule sets, organs), and work on the running system. */
export type OfficeMatter = 'reference' | 'operations';

const SENDERS: Readonly<Record<OfficeMatter, readonly Role[]>> = {
  reference: ['supervision-office', 'system-admin'],
  operations: ['supervision-office', 'system-admin'],
};

export const mayKeep = (role: string, matter: OfficeMatter): boolean =>
  (SENDERS[matter] as readonly string[]).includes(role);
