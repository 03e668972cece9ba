import type { Role } from '@duban/kernel';

/**
 * Writing beside the cases and registers: work on the running system, names of people, and their erasure, which cannot be undone and is therefore not in the hands of those who work on the cases.
 */
export type OfficeMatter = 'operations' | 'people' | 'erasure';

const SENDERS: Readonly<Record<OfficeMatter, readonly Role[]>> = {
  operations: ['supervision-office', 'system-admin'],
  people: ['supervision-office'],
  erasure: ['security-admin'],
};

export const mayKeep = (role: string, matter: OfficeMatter): boolean =>
  (SENDERS[matter] as readonly string[]).includes(role);
