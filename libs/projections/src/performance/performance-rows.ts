import { calendarDaysBetween, ENDED_STAGES, type Cycle, type ItemState } from '@duban/domain';
import type { ItemOfCase } from '../fold/item-changes.ts';
import type { PerformanceRow } from './performance.table.ts';

type Part = {
  readonly organ: string;
  readonly role: 'lead' | 'co';
  readonly started: string;
  readonly returned: boolean;
  readonly left: boolean;
};

/** One part per organ and role, even where it was assigned twice in a cycle. */
const partsOf = (cycle: Cycle, item: ItemState): readonly Part[] => {
  const parts = new Map<string, Part>();
  for (const { organ, role, assignedOn, endReason } of cycle.assignments) {
    const part: Part = {
      organ,
      role: role === 'co' ? 'co' : 'lead',
      started: assignedOn,
      returned: endReason === 'returned',
      left: endReason !== null,
    };
    parts.set(`${part.role} ${organ}`, part);
  }
  const registered = item.imported?.data.organ ?? null;
  if (parts.size > 0 || registered === null) return [...parts.values()];
  return [{ organ: registered, role: 'lead', started: cycle.startedOn, returned: false, left: false }];
};

/** The day the organ handed in: its result or reply, else the closing, else the register's closing date. */
const finishedOn = ({ document, item }: ItemOfCase, cycle: Cycle): string | null =>
  document.handedIn[`${item.itemId}#${cycle.n}`] ??
  cycle.closing?.data.closedOn ??
  (ENDED_STAGES.includes(item.stage) ? (item.imported?.data.closedOn ?? null) : null);

/**
 * A register that has an item closed before it was made, or due before that, has at least one of its days wrong: it tells
 * nothing of how long anybody took. What people have handed in since does.
 */
const isDoubtful = ({ document, item }: ItemOfCase, cycle: Cycle): boolean => {
  const facts = item.imported?.data;
  if (facts === undefined || cycle.cause !== 'import') return false;
  const { madeOn, closedOn, dueOn } = facts;
  const isRegisters = !(`${item.itemId}#${cycle.n}` in document.handedIn) && cycle.closing === null;
  const isBeforeMade = (date: string | null): boolean => madeOn !== null && date !== null && date < madeOn;
  return isRegisters && (isBeforeMade(closedOn) || isBeforeMade(dueOn));
};

const lateDays = (due: string | null, finished: string | null): number | null =>
  due === null || finished === null ? null : Math.max(0, calendarDaysBetween(due, finished));

const rowsOfCycle = (of: ItemOfCase, cycle: Cycle, next: Cycle | undefined): readonly PerformanceRow[] => {
  const finished = finishedOn(of, cycle);
  const due = cycle.due?.date ?? null;
  const untimed = isDoubtful(of, cycle);
  const outcome = cycle.conclusions.at(-1)?.data.outcome ?? null;
  return partsOf(cycle, of.item).map(({ organ, role, started, returned, left }) => ({
    item: of.key,
    cycle: cycle.n,
    organ,
    role,
    started_on: started,
    due,
    finished_on: left ? null : finished,
    late_days: left || untimed ? null : lateDays(due, finished),
    days: left || untimed || finished === null ? null : Math.max(0, calendarDaysBetween(started, finished)),
    returned: returned ? 1 : 0,
    left: left ? 1 : 0,
    ended: next !== undefined || ENDED_STAGES.includes(of.item.stage) ? 1 : 0,
    extensions: cycle.extensions.filter(({ decision }) => decision === 'granted').length,
    outcome,
    relapsed: next?.cause === 'relapse' ? 1 : 0,
  }));
};

/** What each organ did in each cycle of an item: the ground of every comparison between organs (domain.md 2.7). */
export const performanceRows = (of: ItemOfCase): readonly PerformanceRow[] => {
  const { item } = of;
  if (item.stage === 'TAKEN_BACK' || item.stage === 'MERGED') return [];
  const cycles = item.cycle === null ? item.pastCycles : [...item.pastCycles, item.cycle];
  return cycles.flatMap((cycle, index) => rowsOfCycle(of, cycle, cycles[index + 1]));
};
