import { owedDates, type Cycle, type DueDate, type ItemState } from '@duban/domain';
import { isHandling } from '../board/running-clock.ts';
import type { ItemOfCase } from '../fold/item-changes.ts';
import type { DeadlineRow } from './deadlines.table.ts';
import { missedDates, notMissed, type Missing } from './missed-dates.ts';

type Term = {
  readonly kind: string;
  readonly reference?: string;
  readonly date: string;
  readonly provisional?: boolean;
  readonly calendar?: string;
  readonly organ?: string | null;
  readonly open: boolean;
};

const counted = (due: DueDate): Pick<Term, 'date' | 'provisional' | 'calendar'> => ({
  date: due.date,
  provisional: due.provisional,
  calendar: due.calendar,
});

const leadOf = (cycle: Cycle): string | null =>
  cycle.assignments.find(({ role, endedOn }) => role !== 'co' && endedOn === null)?.organ ?? null;

const ofItem = ({ stage, lookBackDue, suspension }: ItemState): readonly Term[] => [
  ...(lookBackDue === null
    ? []
    : [{ kind: 'look-back', ...counted(lookBackDue), open: stage === 'CLOSED' || stage === 'LOOKBACK' }]),
  ...(suspension === null
    ? []
    : [{ kind: 'suspension-review', date: suspension.reviewDate, open: stage === 'SUSPENDED' }]),
];

const owes = (item: ItemState, kind: string): boolean => owedDates(item).some(({ which }) => which === kind);

const ofCycle = (item: ItemState, cycle: Cycle): readonly Term[] => {
  const { stage } = item;
  const organ = leadOf(cycle);
  const open = isHandling(stage);
  const planned = cycle.plans.some(({ returnedFor }) => returnedFor === null);
  return [
    ...(cycle.due === null ? [] : [{ kind: 'due', ...counted(cycle.due), organ, open }]),
    ...(cycle.itemDue === null
      ? []
      : [{ kind: 'item-due', ...counted(cycle.itemDue), open: owes(item, 'item-due') }]),
    ...(cycle.planDue === null
      ? []
      : [{ kind: 'plan', ...counted(cycle.planDue), organ, open: open && !planned }]),
  ];
};

const ofAssignments = ({ stage }: ItemState, { assignments }: Cycle): readonly Term[] =>
  assignments
    .filter(({ endedOn }) => endedOn === null)
    .flatMap(({ id, organ, returnUntil, coOpinionDue, coOpinion }) => [
      {
        kind: 'return',
        reference: id,
        ...counted(returnUntil),
        organ,
        open: stage === 'ASSIGNED' || stage === 'RECEIVED',
      },
      ...(coOpinionDue === null
        ? []
        : [
            {
              kind: 'co-opinion',
              reference: id,
              ...counted(coOpinionDue),
              organ,
              open: isHandling(stage) && coOpinion === null,
            },
          ]),
    ]);

const ofPromises = ({ stage }: ItemState, cycle: Cycle): readonly Term[] => {
  const plan = cycle.plans.findLast(({ returnedFor }) => returnedFor === null);
  const states = cycle.progress.at(-1)?.data.milestoneStates ?? [];
  const done = (id: string): boolean =>
    states.some(({ measureId, state }) => measureId === id && state === 'done');
  const organ = leadOf(cycle);
  return [
    ...cycle.commitments.map(({ id, dueOn, fulfilledBy }) => ({
      kind: 'commitment',
      reference: id,
      date: dueOn,
      organ,
      open: fulfilledBy === null,
    })),
    ...(plan?.data.measures ?? []).map(({ id, milestoneDate }) => ({
      kind: 'milestone',
      reference: id,
      date: milestoneDate,
      organ,
      open: isHandling(stage) && !done(id),
    })),
  ];
};

type Placed = { readonly term: Term; readonly cycle: number; readonly missing: Missing };

const placeOf = ({ kind, reference = '', date }: Term, cycle: number): string =>
  [kind, reference, date, cycle].join(' ');

/** Both clocks often run to one day: it is told once, as that of whoever has the item. */
const isTold = ({ term, cycle }: Placed, places: ReadonlyMap<string, Placed>): boolean =>
  term.kind === 'item-due' && places.has(placeOf({ ...term, kind: 'due' }, cycle));

/** What was missed stays beside the dates of the present cycle, also where it is owed no longer. */
const withMisses = (terms: readonly Term[], item: ItemState, foldedUntil: string): readonly Placed[] => {
  const n = item.cycle?.n ?? 0;
  const places = new Map<string, Placed>(
    terms.map((term) => [placeOf(term, n), { term, cycle: n, missing: notMissed(item, term.kind) }]),
  );
  for (const { kind, reference, date, cycle, ...missing } of missedDates(item, foldedUntil)) {
    const gone: Term = { kind, reference, date, open: false };
    const place = placeOf(gone, cycle);
    places.set(place, { term: places.get(place)?.term ?? gone, cycle, missing });
  }
  return [...places.values()].filter((placed) => !isTold(placed, places));
};

/**
 * Every date of an item's present cycle that somebody has to meet or may use, whether or not it still waits, and every date of all
 * its cycles that was missed.
 */
export const deadlineRows = ({ key, document, opened, item }: ItemOfCase): readonly DeadlineRow[] => {
  const { cycle } = item;
  if (item.stage === 'TAKEN_BACK') return [];
  const terms: readonly Term[] = [
    ...ofItem(item),
    ...(cycle === null
      ? []
      : [...ofCycle(item, cycle), ...ofAssignments(item, cycle), ...ofPromises(item, cycle)]),
  ];
  return withMisses(terms, item, opened.foldedUntil).map(
    ({
      term: { kind, reference = '', date, provisional = false, calendar = null, organ = null, open },
      ...placed
    }) => ({
      item: key,
      kind,
      reference,
      case_id: document.id,
      case_no: opened.opened.caseNo,
      item_id: item.itemId,
      title: item.title,
      date,
      provisional: provisional ? 1 : 0,
      calendar,
      organ,
      open: open ? 1 : 0,
      cycle: placed.cycle,
      ...placed.missing,
    }),
  );
};
