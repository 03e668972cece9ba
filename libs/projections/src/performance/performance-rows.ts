import { allCycles, calendarDaysBetween, ENDED_STAGES, type Cycle, type ItemState } from '@duban/domain';
import type { ItemOfCase } from '../fold/item-changes.ts';
import { lateDays, missesOfPart } from './part-misses.ts';
import type { PerformanceRow } from './performance.table.ts';

type Part = {
  readonly organ: string;
  readonly role: 'lead' | 'co';
  readonly started: string;
  readonly returned: boolean;
  readonly left: boolean;
  readonly endedOn: string | null;
  /** What it owed came in: of a co-organ its opinion, of a lead the result, which stands elsewhere. */
  readonly opinionOn: string | null;
};

/** One part per organ and role, even where it was assigned twice in a cycle. */
const partsOf = (cycle: Cycle, item: ItemState): readonly Part[] => {
  const parts = new Map<string, Part>();
  for (const { organ, role, assignedOn, endReason, endedOn, coOpinion } of cycle.assignments) {
    const part: Part = {
      organ,
      role: role === 'co' ? 'co' : 'lead',
      started: assignedOn,
      returned: endReason === 'returned',
      left: endReason !== null || item.stage === 'MERGED',
      endedOn,
      opinionOn: coOpinion?.on ?? null,
    };
    parts.set(`${part.role} ${organ}`, part);
  }
  const registered = item.imported?.data.organ ?? null;
  if (parts.size > 0 || registered === null) return [...parts.values()];
  const never = { returned: false, left: item.stage === 'MERGED', endedOn: null, opinionOn: null };
  return [{ organ: registered, role: 'lead', started: cycle.startedOn, ...never }];
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

/**
 * Late by its own dates, once it is over for the organ: null while it is not, or where no date of ours ran. What was missed is not
 * healed by a later date, and who gave the item back or lost it stays late with what had passed by then.
 */
const judged = (
  part: Part,
  from: string | null,
  finished: string | null,
): Pick<PerformanceRow, 'late' | 'late_days'> => {
  if (part.left) return { late: from === null ? null : 1, late_days: lateDays(from, part.endedOn) };
  if (finished === null) return { late: null, late_days: null };
  const came = part.role === 'co' ? (part.opinionOn ?? finished) : finished;
  return from === null ? { late: 0, late_days: 0 } : { late: 1, late_days: lateDays(from, came) };
};

const rowsOfCycle = (of: ItemOfCase, cycle: Cycle, next: Cycle | undefined): readonly PerformanceRow[] => {
  const finished = finishedOn(of, cycle);
  const untimed = isDoubtful(of, cycle);
  const outcome = cycle.conclusions.at(-1)?.data.outcome ?? null;
  return partsOf(cycle, of.item).map((part) => {
    const { organ, role, started, returned, left } = part;
    const { lateFrom, ...missed } = missesOfPart(of, cycle, part);
    return {
      item: of.key,
      cycle: cycle.n,
      organ,
      role,
      started_on: started,
      due: cycle.due?.date ?? null,
      finished_on: left ? null : finished,
      // What only a register says is neither late nor on time.
      ...(cycle.itemDue === null ? { late: null, late_days: null } : judged(part, lateFrom, finished)),
      ...missed,
      days: left || untimed || finished === null ? null : Math.max(0, calendarDaysBetween(started, finished)),
      returned: returned ? 1 : 0,
      left: left ? 1 : 0,
      ended: next !== undefined || ENDED_STAGES.includes(of.item.stage) ? 1 : 0,
      extensions: cycle.extensions.filter(({ decision }) => decision === 'granted').length,
      outcome,
      relapsed: next?.cause === 'relapse' ? 1 : 0,
    };
  });
};

/** What each organ did in each cycle of an item, of a merged one too: the ground of every comparison between organs (domain.md 2.7). */
export const performanceRows = (of: ItemOfCase): readonly PerformanceRow[] => {
  const { item } = of;
  if (item.stage === 'TAKEN_BACK') return [];
  const cycles = allCycles(item);
  return cycles.flatMap((cycle, index) => rowsOfCycle(of, cycle, cycles[index + 1]));
};
