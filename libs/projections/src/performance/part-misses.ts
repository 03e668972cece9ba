import {
  calendarDaysBetween,
  owedDates,
  standingMisses,
  waitsForDecision,
  willBeMissed,
  type Cycle,
  type Miss,
  type MissKind,
  type OwedDate,
} from '@duban/domain';
import type { ItemOfCase } from '../fold/item-changes.ts';
import type { PerformanceRow } from './performance.table.ts';

/** An organ in one of its parts. */
export type Owing = { readonly organ: string; readonly role: 'lead' | 'co' };

/** By what an organ in this part is late, and what else it owes by a date. */
const LATE_BY = { lead: 'due', co: 'co-opinion' } as const satisfies Record<Owing['role'], MissKind>;
const OWED: Readonly<Record<Owing['role'], readonly MissKind[]>> = {
  lead: ['due', 'plan'],
  co: ['co-opinion'],
};

const isTheirs =
  ({ organ, role }: Owing) =>
  ({ which, organs }: Pick<Miss, 'which' | 'organs'>): boolean =>
    OWED[role].includes(which) && organs.includes(organ);

/** What runs in this round; in one that is over nothing does. */
const runningIn = ({ item }: ItemOfCase, cycle: Cycle, part: Owing): readonly OwedDate[] =>
  item.cycle?.n === cycle.n ? owedDates(item).filter(isTheirs(part)) : [];

/** The first day from which the organ was late; a wait for a decision was not the organ's. */
const lateFrom = (missed: readonly Miss[], role: Owing['role']): string | null =>
  missed
    .filter(({ which }) => which === LATE_BY[role])
    .map(({ dueDate, waitedUntil }) => waitedUntil ?? dueDate)
    .sort()[0] ?? null;

export type PartMisses = Pick<PerformanceRow, 'misses' | 'owed_by' | 'next_due' | 'next_plan'> & {
  readonly lateFrom: string | null;
};

/** What one organ missed in one round, and what it will have missed when the days of today's dates are over. */
export const missesOfPart = (of: ItemOfCase, cycle: Cycle, part: Owing): PartMisses => {
  const missed = standingMisses(of.item.misses).filter(
    (miss) => miss.cycle === cycle.n && isTheirs(part)(miss),
  );
  const running = runningIn(of, cycle, part);
  const next = running.filter((owed) => willBeMissed(of.item, owed, of.opened.foldedUntil));
  const dateOf = (dates: readonly OwedDate[], kind: MissKind): string | null =>
    dates.find(({ which }) => which === kind)?.due.date ?? null;
  return {
    misses: missed.length,
    owed_by: waitsForDecision(of.item) ? null : dateOf(running, LATE_BY[part.role]),
    next_due: dateOf(next, LATE_BY[part.role]),
    next_plan: part.role === 'lead' ? dateOf(next, 'plan') : null,
    lateFrom: lateFrom(missed, part.role),
  };
};

export const lateDays = (from: string | null, until: string | null): number | null =>
  from === null || until === null ? null : Math.max(0, calendarDaysBetween(from, until));
