import { ownEntry } from '../own-entry.ts';
import type { ItemState, Miss, OpenedCase } from '../case.state.ts';
import { owedDates, waitsForDecision, type OwedDate } from './owed-dates.ts';

/** After which day, up to which: ISO dates in Asia/Shanghai. */
type Span = { readonly from: string; readonly to: string };

const missOf = (item: ItemState, { which, assignmentId, due, organs }: OwedDate): Miss => {
  const [start] = due.steps;
  return {
    ...{ which, assignmentId, organs },
    cycle: item.cycle?.n ?? 0,
    dueDate: due.date,
    provisional: due.provisional,
    counted: due.period === null || start === undefined ? null : { start: start.date, period: due.period },
    until: null,
    waitedUntil: null,
    annulled: null,
  };
};

/** Of the organ or of the item: what an extension moves. */
export const isClock = (which: string): boolean => which === 'due' || which === 'item-due';

const isAmong = (owed: readonly OwedDate[], { cycle }: ItemState, miss: Miss): boolean =>
  miss.cycle === cycle?.n &&
  owed.some(
    ({ which, assignmentId, due }) =>
      which === miss.which && assignmentId === miss.assignmentId && due.date === miss.dueDate,
  );

/** What came of it since: `foldedUntil` is the day of the last event that could have ended it. */
export const endedBy = (item: ItemState, miss: Miss, { foldedUntil }: OpenedCase): Miss =>
  miss.until !== null || isAmong(owedDates(item), item, miss) ? miss : { ...miss, until: foldedUntil };

/**
 * What is owed no more has ended by the first day; what is owed still has been missed where its date passed before the
 * last. On the last day itself it is in time. A date that had passed before it was set was never there to be kept.
 */
const itemOnDay = (item: ItemState, { from, to }: Span): ItemState => {
  const owed = owedDates(item);
  const goesOn = (miss: Miss): boolean => miss.until !== null || isAmong(owed, item, miss);
  const passed = owed
    .filter(({ due: { date } }) => from <= date && date < to)
    .map((date) => missOf(item, date));
  if (passed.length === 0 && item.misses.every(goesOn) && item.heldDates.every(goesOn)) return item;
  const waits = waitsForDecision(item);
  const isHeld = ({ which }: Miss): boolean => waits && isClock(which);
  const ended = (miss: Miss): Miss => (goesOn(miss) ? miss : { ...miss, until: from });
  return {
    ...item,
    misses: [...item.misses.map(ended), ...passed.filter((miss) => !isHeld(miss))],
    heldDates: [...item.heldDates.map(ended), ...passed.filter(isHeld)],
  };
};

/**
 * The case on a later day: every date that was owed and has passed in between is a miss of its item. Nothing happened in
 * between, so it is told by two days alone, whether or not a clock was there to note it.
 */
export const onDay = (state: OpenedCase, day: string): OpenedCase => {
  if (day <= state.foldedUntil) return state;
  const span = { from: state.foldedUntil, to: day };
  const items = Object.entries(state.items).map(([itemId, item]) => [itemId, itemOnDay(item, span)] as const);
  return {
    ...state,
    foldedUntil: day,
    items: items.every(([itemId, item]) => item === ownEntry(state.items, itemId))
      ? state.items
      : Object.fromEntries(items),
  };
};

/** A refusal lets the dates that waited for it pass; the days until then were the decider's. */
export const afterRefusal = (item: ItemState, day: string): ItemState => ({
  ...item,
  misses: [...item.misses, ...item.heldDates.map((held) => ({ ...held, waitedUntil: day }))],
  heldDates: [],
});

/** A grant puts another date in the place of those that waited for it. */
export const afterGrant = (item: ItemState): ItemState => ({ ...item, heldDates: [] });

/** More time was asked for before the date of the clock passed, and nobody has decided: it is not missed while that lasts. */
export const awaitsDecision = (item: ItemState): boolean =>
  waitsForDecision(item) &&
  !item.misses.some(
    ({ which, cycle, dueDate }) =>
      which === 'due' && cycle === item.cycle?.n && dueDate === item.cycle.due?.date,
  );

/** Those that were not annulled. */
export const standingMisses = (misses: readonly Miss[]): readonly Miss[] =>
  misses.filter(({ annulled }) => annulled === null);

/** Whether the date of a clock that runs now will be a miss once it has passed. */
export const willBeMissed = (item: ItemState, owed: OwedDate, foldedUntil: string): boolean =>
  owed.due.date >= foldedUntil && !(isClock(owed.which) && waitsForDecision(item));
