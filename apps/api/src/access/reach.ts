import {
  audienceIn,
  audienceOf,
  caseSeenBy,
  learnsOfRestricted,
  reachOf,
  restrictionShuts,
  type Subject,
} from '@duban/application';
import { restrictionOf, type OpenedCase } from '@duban/domain';
import type { Audience } from '@duban/contracts';
import type { Principal } from '@duban/nest';
import { ProblemError } from '@duban/nest';
import type { BoardFilter, CaseView, ReadStore } from '@duban/read-store';

const isConfined = (principal: Principal, subject: Subject): boolean =>
  reachOf(principal.role, subject) !== 'all';

/**
 * Who sees only their own: the government's office what is addressed to it, an organ what it leads or assists now. A
 * question about another organ is refused rather than quietly answered with something else.
 */
export const ownOnly = (principal: Principal, filter: BoardFilter): BoardFilter => {
  if (!isConfined(principal, 'board')) return filter;
  const field = principal.role === 'government-office' ? 'addressee' : 'organ';
  const asked = filter[field];
  if (asked !== undefined && asked !== principal.organ) throw new ProblemError('forbidden');
  return { ...filter, [field]: principal.organ };
};

/** The organ to which a list is confined; undefined for those who see everything. */
export const ownOrgan = (principal: Principal, subject: Subject, asked?: string): string | undefined => {
  if (!isConfined(principal, subject)) return asked;
  if (asked !== undefined && asked !== principal.organ) throw new ProblemError('forbidden');
  return principal.organ;
};

/** A case with what its reader is to it. */
export type SeenCase = { readonly view: CaseView; readonly audience: Audience };

/** What this audience may not see of a case is not in it. */
export const seenBy = (view: CaseView, audience: Audience): CaseView => ({
  ...view,
  state: caseSeenBy(view.state, audience),
});

const unknownCase = (): ProblemError => new ProblemError('not-found', { reason: 'case.unknown' });

/**
 * For whoever does not open a restricted case: it is not there, or that it is there, by number and day.
 * @throws ProblemError `not-found`; `forbidden`, `case.restricted`
 */
export const refuseRestricted = (state: OpenedCase, role: string): void => {
  const restriction = restrictionOf(state);
  if (restriction === null || restrictionShuts(role) === 'none') return;
  if (!learnsOfRestricted(role)) throw unknownCase();
  const { caseNo, openedOn } = state.opened;
  const details = { caseNo, openedOn, restrictedOn: restriction.on };
  throw new ProblemError('forbidden', { reason: 'case.restricted', details });
};

/**
 * The case as it is now, without what the asker may not see, if the asker may know of it. What one may not see does not exist for one: a case of others
 * answers as an unknown one does. What somebody is to it now decides, also about the past.
 */
export const seenCase = async (read: ReadStore, caseId: string, principal: Principal): Promise<SeenCase> => {
  const view = await read.case(caseId);
  const audience = view === null ? null : audienceIn(view.state, principal);
  if (view === null) throw unknownCase();
  if (audience === null) {
    refuseRestricted(view.state, principal.role);
    throw unknownCase();
  }
  return { view: seenBy(view, audience), audience };
};

export const visibleCase = async (read: ReadStore, caseId: string, principal: Principal): Promise<CaseView> =>
  (await seenCase(read, caseId, principal)).view;

/** What the asker is to the evaluations of one case, or of all: those are open to an organ for one of its own cases at a time. */
export const audienceOfList = async (
  read: ReadStore,
  caseId: string | undefined,
  principal: Principal,
): Promise<Audience> => {
  if (caseId !== undefined) return (await seenCase(read, caseId, principal)).audience;
  if (isConfined(principal, 'satisfaction')) throw new ProblemError('forbidden');
  return audienceOf(principal.role);
};
