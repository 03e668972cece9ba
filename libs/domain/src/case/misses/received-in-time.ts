import type { ItemState, Miss, OpenedCase } from '../case.state.ts';
import { ownEntry } from '../own-entry.ts';
import { isClock } from './misses.ts';
import { owedDates, waitsForDecision } from './owed-dates.ts';

type Test = (miss: Miss) => boolean;

const owes = (item: ItemState, { which, assignmentId, cycle }: Miss): boolean =>
  item.cycle?.n === cycle &&
  owedDates(item).some((owed) => owed.which === which && owed.assignmentId === assignmentId);

/** An annulled one stays on record, with who annulled it and why. */
const inTime =
  (day: string): Test =>
  ({ dueDate, annulled }) =>
    annulled === null && day <= dueDate;

const withoutMet = (item: ItemState, isMet: Test): ItemState => ({
  ...item,
  misses: item.misses.filter((miss) => !isMet(miss)),
  heldDates: item.heldDates.filter((miss) => !isMet(miss)),
});

const withHeld = (item: ItemState, isHeld: Test): ItemState => ({
  ...item,
  misses: item.misses.filter((miss) => !isHeld(miss)),
  heldDates: [...item.heldDates, ...item.misses.filter(isHeld)],
});

const itemReceived = (before: ItemState, after: ItemState, day: string): ItemState => {
  const came = inTime(day);
  const met = withoutMet(after, (miss) => came(miss) && owes(before, miss) && !owes(after, miss));
  return waitsForDecision(after) && !waitsForDecision(before)
    ? withHeld(met, (miss) => came(miss) && isClock(miss.which) && miss.cycle === after.cycle?.n)
    : met;
};

/**
 * What came in on paper (`day`: of receipt, ISO date in Asia/Shanghai) may be entered after another event has found the date passed.
 * What it hands in was in time by every date from its day on: those are no misses. What it asks for holds them until it is decided on.
 */
export const receivedInTime = (before: OpenedCase, after: OpenedCase, day: string): OpenedCase => {
  if (day >= before.foldedUntil) return after;
  const items = Object.entries(after.items).map(([itemId, item]) => {
    const earlier = ownEntry(before.items, itemId);
    return [
      itemId,
      earlier === undefined || earlier === item ? item : itemReceived(earlier, item, day),
    ] as const;
  });
  return { ...after, items: Object.fromEntries(items) };
};
