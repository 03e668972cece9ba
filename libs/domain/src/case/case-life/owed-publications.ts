import type { OpenedCase } from '../case.state.ts';
import { allCycles } from '../item-access.ts';
import type { SupervisionForm } from '../case.vocabulary.ts';
import { isRestricted } from '../restriction/restriction.ts';
import type { Published } from './publish.step.ts';

type What = Published['data']['what'];
type ToWhom = Published['data']['toWhom'];

/** What is to be told, to whom, and since which ISO date; `open`: it has not been told whole. */
export type OwedPublication = {
  readonly what: What;
  readonly toWhom: ToWhom;
  readonly since: string;
  readonly open: boolean;
};

/** Days after `since` by which it is to be told, where the rules of an office say nothing else (DESIGN: the law says 及时, in good time). */
export const PUBLISH_WITHIN_DAYS = 20;

const REPORTED: readonly What[] = ['report', 'opinions', 'handling-report'];

/** By form of supervision: reports heard (SL 17), plan, budget and audit (29), inspections of how a law is carried out (37), resolutions (17). */
const OWED: Partial<Readonly<Record<SupervisionForm, readonly What[]>>> = {
  'work-report': REPORTED,
  'audit-report': REPORTED,
  'law-inspection': REPORTED,
  resolution: ['resolution-report'],
};

const TO_BOTH: readonly ToWhom[] = ['deputies', 'public'];
/** They say how it went: there is nothing to tell before. */
const OF_RESULT: readonly What[] = ['handling-report', 'resolution-report'];

const replied = ({ items }: OpenedCase): boolean =>
  Object.values(items)
    .flatMap(allCycles)
    .some(({ replies }) => replies.length > 0);

/** A report that was handed in; for a suggestion its reply. */
export const hasResult = (state: OpenedCase): boolean => state.results.length > 0 || replied(state);

/** Told to the public, by whichever of the two commands: how matters were handled. */
export const isResultPublished = ({ publications, published }: OpenedCase): boolean =>
  publications.length > 0 ||
  published.some(({ data }) => data.toWhom === 'public' && OF_RESULT.includes(data.what));

const isTold = (state: OpenedCase, what: What, toWhom: ToWhom): boolean =>
  (toWhom === 'public' && OF_RESULT.includes(what) && state.publications.length > 0) ||
  state.published.some(
    ({ data }) => data.what === what && data.toWhom === toWhom && (data.part === null || data.part.last),
  );

const sinceOf = ({ opened, results, restrictions }: OpenedCase, what: What): string | undefined => {
  const known = OF_RESULT.includes(what) ? results[0]?.submitted.submittedOn : opened.openedOn;
  const lifted = restrictions.at(-1)?.lifted?.on;
  return known === undefined || lifted === undefined || lifted < known ? known : lifted;
};

/**
 * What the office owes deputies and the public of this case. Nothing of it waits while the case is restricted, and afterwards it counts from the
 * lifting; what is withheld from the public waits for deputies alone.
 */
export const owedPublications = (state: OpenedCase): readonly OwedPublication[] =>
  (OWED[state.opened.supervisionForm] ?? []).flatMap((what) => {
    const since = sinceOf(state, what);
    if (since === undefined) return [];
    return TO_BOTH.map((toWhom) => {
      const mayBe = !isRestricted(state) && (toWhom === 'deputies' || state.withheld === null);
      return { what, toWhom, since, open: mayBe && !isTold(state, what, toWhom) };
    });
  });
