import type { Cycle, DueDate, ItemState } from '@duban/domain';
import { isHandling } from '../board/running-clock.ts';
import type { ItemOfCase } from '../fold/item-changes.ts';
import type { DeadlineRow } from './deadlines.table.ts';

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

const ofCycle = ({ stage }: ItemState, cycle: Cycle): readonly Term[] => {
  const organ = leadOf(cycle);
  const open = isHandling(stage);
  const planned = cycle.plans.some(({ returnedFor }) => returnedFor === null);
  return [
    ...(cycle.due === null ? [] : [{ kind: 'due', ...counted(cycle.due), organ, open }]),
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

/** Every date of an item's present cycle that somebody has to meet or may use, whether or not it still waits. */
export const deadlineRows = ({ key, document, opened, item }: ItemOfCase): readonly DeadlineRow[] => {
  const { cycle } = item;
  const terms: readonly Term[] = [
    ...ofItem(item),
    ...(cycle === null
      ? []
      : [...ofCycle(item, cycle), ...ofAssignments(item, cycle), ...ofPromises(item, cycle)]),
  ];
  if (item.stage === 'TAKEN_BACK') return [];
  return terms.map(
    ({ kind, reference = '', date, provisional = false, calendar = null, organ = null, open }) => ({
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
      cycle: cycle?.n ?? 0,
    }),
  );
};
