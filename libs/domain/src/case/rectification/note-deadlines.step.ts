import { isRejected, rejected, type Rejected } from '@duban/kernel';
import { calendarDaysBetween } from '../../calendar/iso-date.ts';
import { proposeEscalations } from '../../escalation/escalation.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, count, date, id } from '../../schema/parts.ts';
import { itemRef } from '../../schema/references.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { Cycle, ItemState } from '../case.state.ts';
import type { CommandContext } from '../command-context.ts';
import { withCycle } from '../item-access.ts';
import { occurredOn } from '../occurred.ts';
import { pinnedRules } from '../pinned-rules.ts';
import type { Step } from '../step.ts';
import { owesResult } from './owes-result.ts';

const deadlineApproaching = closed({ itemId: itemRef(), dueDate: date(), daysLeft: count(), rung: id() });
const deadlineMissed = closed({ itemId: itemRef(), dueDate: date(), daysLate: count(), rung: id() });

export type DeadlineApproaching = Stored<'DeadlineApproaching', typeof deadlineApproaching>;
export type DeadlineMissed = Stored<'DeadlineMissed', typeof deadlineMissed>;

type Noted = DeadlineApproaching | DeadlineMissed;

const sent = closed({});

const rungsReached = (
  item: ItemState,
  context: CommandContext,
): readonly Noted[] | Rejected<CaseRejection> => {
  const { itemId, cycle } = item;
  if (!owesResult(item) || cycle === null || cycle.due === null) return [];
  const rules = pinnedRules(item, context);
  if (isRejected(rules)) return rules;
  const dueDate = cycle.due.date;
  const today = context.occurredOn;
  const days = calendarDaysBetween(dueDate, today);
  return proposeEscalations(rules, { dueDate, today, alreadyRaised: cycle.rungsNoted }).map(
    ({ rung }): Noted =>
      days > 0
        ? { type: 'DeadlineMissed', data: { itemId, dueDate, daysLate: days, rung } }
        : { type: 'DeadlineApproaching', data: { itemId, dueDate, daysLeft: Math.abs(days), rung } },
  );
};

const noted = (cycle: Cycle, rung: string): Cycle => ({ ...cycle, rungsNoted: [...cycle.rungsNoted, rung] });

/**
 * By the clock: notes the rungs of the ladder that it has reached today and that are not noted yet; raising one is for the
 * competent body (S1 art. 8: only collectively).
 */
export const noteDeadlines: Step<typeof sent, Noted> = {
  label: { zh: '记录到期情况', en: 'Note deadlines' },
  data: sent,
  who: ['supervision-office', 'system'],
  at: 'case',
  decide: (_data, state, context) => {
    if (context.actor.role !== 'system' && context.actor.role !== 'supervision-office') {
      return rejected('actor.not-competent', { role: context.actor.role, organ: context.actor.organ });
    }
    const reached = Object.values(state.items).map((item) => rungsReached(item, context));
    return reached.find(isRejected) ?? reached.flatMap((events) => (isRejected(events) ? [] : events));
  },
  events: {
    DeadlineApproaching: {
      data: deadlineApproaching,
      seenBy: 'parties',
      published: true,
      fold: (state, { data }) => withCycle(state, data.itemId, (cycle) => noted(cycle, data.rung)),
    },
    DeadlineMissed: {
      data: deadlineMissed,
      seenBy: 'parties',
      published: true,
      /** The first day late is never forgotten, though the date may move later on. */
      fold: (state, { data, occurredAt }) =>
        withCycle(state, data.itemId, (cycle) => ({
          ...noted(cycle, data.rung),
          firstMissedOn: cycle.firstMissedOn ?? occurredOn({ occurredAt }),
        })),
    },
  },
};
