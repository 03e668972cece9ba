import type { TriedDate } from '@duban/contracts';
import {
  activeAssignments,
  dueDate,
  type Calendar,
  type DueDate,
  type ItemState,
  type LegalPeriod,
  type OpenedCase,
  type RuleSet,
} from '@duban/domain';
import { isHandling } from '../board/running-clock.ts';

export type WatchedKind = TriedDate['which'];

/** A date that an item, or one organ in it, was running against. */
export type WatchedDate = {
  readonly which: WatchedKind;
  readonly assignmentId: string | null;
  readonly due: DueDate;
};

const planDates = ({ cycle, stage }: ItemState): readonly WatchedDate[] => {
  const filed = (cycle?.plans ?? []).some(({ returnedFor }) => returnedFor === null);
  return cycle === null || cycle.planDue === null || filed || !isHandling(stage)
    ? []
    : [{ which: 'plan', assignmentId: null, due: cycle.planDue }];
};

const coOpinionDates = ({ cycle, stage }: ItemState): readonly WatchedDate[] =>
  isHandling(stage)
    ? activeAssignments(cycle).flatMap(({ id, coOpinion, coOpinionDue }) =>
        coOpinion !== null || coOpinionDue === null
          ? []
          : [{ which: 'co-opinion' as const, assignmentId: id, due: coOpinionDue }],
      )
    : [];

/** Every date that somebody is late against once it has passed (domain.md section 2.5). */
export const watchedDates = (item: ItemState): readonly WatchedDate[] => {
  const { stage, cycle, lookBackDue } = item;
  const due = isHandling(stage) ? (cycle?.due ?? null) : null;
  const lookBack = stage === 'LOOKBACK' ? lookBackDue : null;
  return [
    ...(due === null ? [] : [{ which: 'due' as const, assignmentId: null, due }]),
    ...planDates(item),
    ...coOpinionDates(item),
    ...(lookBack === null ? [] : [{ which: 'look-back' as const, assignmentId: null, due: lookBack }]),
  ];
};

/** The period that a rule set gives a date of this item (as `Assign`, `Conclude` and `CloseItem` choose it). */
const periodOf = (
  which: WatchedKind,
  { periods }: RuleSet,
  { opened }: OpenedCase,
  item: ItemState,
): LegalPeriod => {
  switch (which) {
    case 'plan':
      return periods.plan;
    case 'co-opinion':
      return periods.coOpinion;
    case 'look-back':
      return item.rectificationType === 'continuous' ? periods.lookBackContinuous : periods.lookBack;
    case 'due':
      if (opened.supervisionForm === 'suggestion')
        return (item.cycle?.n ?? 1) > 1 ? periods.suggestionRehandling : periods.suggestionReply;
      return opened.supervisionForm === 'audit-report' ? periods.auditRectification : periods.opinionsReport;
  }
};

export type Redating = {
  readonly draft: RuleSet;
  /** Rule sets by name, for what an item was assigned under. */
  readonly ruleSets: Readonly<Record<string, RuleSet>>;
  readonly calendar: Calendar;
};

const same = (a: LegalPeriod, b: LegalPeriod): boolean => a.n === b.n && a.unit === b.unit;

/**
 * The date as the draft would have had it: counted anew from the same day where the item's own rule set gave the period.
 * A date that was set, extended or agreed for this item alone stays as it is.
 */
export const redated = (
  { which, due }: WatchedDate,
  state: OpenedCase,
  item: ItemState,
  { draft, ruleSets, calendar }: Redating,
): string => {
  const [start] = due.steps;
  const own = item.ruleSet === null ? undefined : ruleSets[item.ruleSet];
  if (due.period === null || start === undefined || own === undefined) return due.date;
  if (!same(due.period, periodOf(which, own, state, item))) return due.date;
  const period = periodOf(which, draft, state, item);
  return same(period, due.period) ? due.date : dueDate({ start: start.date, period, calendar }).date;
};
