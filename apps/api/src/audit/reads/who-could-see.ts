import { partiesOf, reachOf, ROLES, type Role } from '@duban/application';
import type { ReadStore } from '@duban/read-store';

export type CouldSee = {
  /** Roles that see every case. */
  readonly roles: readonly Role[];
  /** Roles that see the cases of their own organ, and whose organs those were. */
  readonly ownRoles: readonly Role[];
  readonly organs: readonly string[];
};

/** By the tables of today and the case as it was on record then; `null`: there is no such case today. */
export const whoCouldSee = async (
  read: ReadStore,
  caseId: string,
  asOf: string,
): Promise<CouldSee | null> => {
  if ((await read.case(caseId)) === null) return null;
  const then = await read.case(caseId, { asOf, by: 'recorded' });
  return {
    roles: ROLES.filter((role) => reachOf(role, 'cases') === 'all'),
    ownRoles: ROLES.filter((role) => reachOf(role, 'cases') === 'own'),
    organs: then === null ? [] : partiesOf(then.state),
  };
};
