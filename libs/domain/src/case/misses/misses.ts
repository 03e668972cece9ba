import type { ItemState, Miss, OpenedCase } from '../case.state.ts';
import { owedDates, waitsForDecision, type OwedDate } from './owed-dates.ts';

/** After which day, up to which: ISO dates in Asia/Shanghai. */
type Span = { readonly from: string; readonly to: string };

/** On the last day itself what is owed is still in time. A date that had passed before it was set was never there to be kept. */
const passedIn =
  ({ from, to }: Span) =>
  ({ due: { date } }: OwedDate): boolean =>
    from <= date && date < to;

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

const CLOCKS: readonly Miss['which'][] = ['due', 'item-due'];

/** Of the organ or of the item: what an extension moves. */
export const isClock = ({ which }: Pick<Miss, 'which'>): boolean => CLOCKS.includes(which);

const isOwedStill = (item: ItemState, miss: Miss): boolean =>
  miss.cycle === item.cycle?.n &&
  owedDates(item).some(
    ({ which, assignmentId, due }) =>
      which === miss.which && assignmentId === miss.assignmentId && due.date === miss.dueDate,
  );

/** What came of it since: `foldedUntil` is the day of the last event that could have ended it. */
export const endedBy = (item: ItemState, miss: Miss, { foldedUntil }: OpenedCase): Miss =>
  miss.until !== null || isOwedStill(item, miss) ? miss : { ...miss, until: foldedUntil };

const withEnded = (item: ItemState, state: OpenedCase): ItemState =>
  [...item.misses, ...item.heldDates].every((miss) => miss.until !== null || isOwedStill(item, miss))
    ? item
    : {
        ...item,
        misses: item.misses.map((miss) => endedBy(item, miss, state)),
        heldDates: item.heldDates.map((held) => endedBy(item, held, state)),
      };

const withPassed = (item: ItemState, span: Span): ItemState => {
  const passed = owedDates(item)
    .filter(passedIn(span))
    .map((date) => missOf(item, date));
  if (passed.length === 0) return item;
  const waits = waitsForDecision(item);
  const isHeld = (miss: Miss): boolean => waits && isClock(miss);
  return {
    ...item,
    misses: [...item.misses, ...passed.filter((miss) => !isHeld(miss))],
    heldDates: [...item.heldDates, ...passed.filter(isHeld)],
  };
};

/**
 * The case on a later day: every date that was owed and has passed in between is a miss of its item. Nothing happened in
 * between, so it is told by two days alone, whether or not a clock was there to note it.
 */
export const onDay = (state: OpenedCase, day: string): OpenedCase => {
  if (day <= state.foldedUntil) return state;
  const span = { from: state.foldedUntil, to: day };
  const items = Object.entries(state.items).map(
    ([itemId, item]) => [itemId, withPassed(withEnded(item, state), span)] as const,
  );
  return items.every(([itemId, item]) => item === state.items[itemId])
    ? { ...state, foldedUntil: day }
    : { ...state, foldedUntil: day, items: Object.fromEntries(items) };
};

/** A refusal lets the dates that waited for it pass; the days until then were the decider's. */
export const afterRefusal = (item: ItemState, day: string): ItemState => ({
  ...item,
  misses: [...item.misses, ...item.heldDates.map((held) => ({ ...held, waitedUntil: day }))],
  heldDates: [],
});

/** A grant puts another date in the place of those that waited for it. */
export const afterGrant = (item: ItemState): ItemState => ({ ...item, heldDates: [] });

/** Those that were not annulled. */
export const standingMisses = (misses: readonly Miss[]): readonly Miss[] =>
  misses.filter(({ annulled }) => annulled === null);

/** Whether the date of a clock that runs now will be a miss once it has passed. */
export const willBeMissed = (item: ItemState, owed: OwedDate, foldedUntil: string): boolean =>
  owed.due.date >= foldedUntil && !(isClock(owed) && waitsForDecision(item));
