import { audienceOf, caseSeenBy, reachOf, takesPart, type Subject } from '@duban/application';
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

/** What the asker may not see of a case is not in it. */
export const seenBy = (view: CaseView, { role }: Principal): CaseView => ({
  ...view,
  state: caseSeenBy(view.state, audienceOf(role)),
});

/**
 * The case as it is now, without what the asker may not see, if the asker may know of it. What one may not see does not exist for one: a case of others
 * answers as an unknown one does. Who takes part now decides, also about the past.
 */
export const visibleCase = async (
  read: ReadStore,
  caseId: string,
  principal: Principal,
): Promise<CaseView> => {
  const view = await read.case(caseId);
  const isVisible =
    view !== null && (!isConfined(principal, 'cases') || takesPart(view.state, principal.organ));
  if (!isVisible) throw new ProblemError('not-found', { reason: 'case.unknown' });
  return seenBy(view, principal);
};

/** Lists by case are open to an organ for one of its own cases at a time. */
export const confinedToCase = async (
  read: ReadStore,
  caseId: string | undefined,
  principal: Principal,
): Promise<void> => {
  if (!isConfined(principal, 'satisfaction')) return;
  if (caseId === undefined) throw new ProblemError('forbidden');
  await visibleCase(read, caseId, principal);
};
