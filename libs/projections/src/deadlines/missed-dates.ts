import {
  isClock,
  owedDates,
  standingMisses,
  waitsForDecision,
  willBeMissed,
  type ItemState,
  type MissKind,
} from '@duban/domain';
import { listText } from '../row-changes.ts';
import type { DeadlineRow } from './deadlines.table.ts';

/** Whether a date is a miss: 0 it is none and never will be, 1 it is one, 2 it will be one when it has passed. */
export type Missing = Pick<DeadlineRow, 'missed' | 'missed_by' | 'waits' | 'waited_until'>;

export type MissedDate = Missing & {
  readonly kind: MissKind;
  readonly reference: string;
  readonly date: string;
  readonly cycle: number;
};

const NOT_MISSED: Missing = { missed: 0, missed_by: '', waits: 0, waited_until: null };

/** Every date of the item that passed without what was owed, or will have when its day is over. */
export const missedDates = (item: ItemState, foldedUntil: string): readonly MissedDate[] => {
  const passed = standingMisses(item.misses).map(
    ({ which, assignmentId, dueDate, cycle, organs, waitedUntil }): MissedDate => ({
      ...{ kind: which, reference: assignmentId ?? '', date: dueDate, cycle },
      ...{ missed: 1, missed_by: listText(organs), waits: 0, waited_until: waitedUntil },
    }),
  );
  const running = owedDates(item)
    .filter((owed) => willBeMissed(item, owed, foldedUntil))
    .map(({ which, assignmentId, due, organs }): MissedDate => ({
      ...{ kind: which, reference: assignmentId ?? '', date: due.date, cycle: item.cycle?.n ?? 0 },
      ...{ missed: 2, missed_by: listText(organs), waits: 0, waited_until: null },
    }));
  const held = item.heldDates.map(({ which, assignmentId, dueDate, cycle }): MissedDate => ({
    ...{ kind: which, reference: assignmentId ?? '', date: dueDate, cycle },
    ...NOT_MISSED,
    waits: 1,
  }));
  return [...passed, ...running, ...held];
};

/** A date that is none of these: whether it waits for the decision on an extension that was asked for in time. */
export const notMissed = (item: ItemState, kind: string): Missing => ({
  ...NOT_MISSED,
  waits: isClock(kind) && waitsForDecision(item) ? 1 : 0,
});
