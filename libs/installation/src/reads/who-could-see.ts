import { partiesOf } from '@duban/application';
import type { Role } from '@duban/kernel';
import type { CaseState } from '@duban/projections';
import { rolesReaching } from './shown-by-subject.ts';

export type CouldSee = {
  /** Roles that see every case: by pages, by exports, by events or by the trail of the audit. */
  readonly roles: readonly Role[];
  /** Roles that see the cases of their own organ, and whose organs those were. */
  readonly ownRoles: readonly Role[];
  readonly organs: readonly string[];
};

/** By the tables of today and the case as it was on record then; `null`: it was not open yet. */
export const whoCouldSee = (then: CaseState | null): CouldSee => ({
  roles: rolesReaching('all'),
  ownRoles: rolesReaching('own'),
  organs: then === null ? [] : partiesOf(then),
});
