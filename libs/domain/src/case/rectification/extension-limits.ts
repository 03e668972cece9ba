import { rejected, type Rejected } from '@duban/kernel';
import type { DueDate } from '../../calendar/calendar.ts';
import { dueDate } from '../../calendar/due-date.ts';
import type { RuleSet } from '../../ruleset/ruleset.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { Cycle, ItemState } from '../case.state.ts';
import type { CommandContext } from '../command-context.ts';

export type AskedExtension = { readonly item: ItemState; readonly due: DueDate; readonly newDue: string };

export const grantedIn = (cycle: Cycle | null): number =>
  cycle?.extensions.filter(({ decision }) => decision === 'granted').length ?? 0;

/** What the rule set lets the Chairpersons' Council grant; a date the Standing Committee fixed, it alone moves. */
export const refuseGrant = (
  { item, due, newDue }: AskedExtension,
  { extensions }: RuleSet,
  { calendar }: CommandContext,
): Rejected<CaseRejection> | null => {
  if (newDue <= due.date) return rejected('extension.not-later', { dueDate: due.date, newDue });
  if (item.fixedInResolution) return null;
  if (grantedIn(item.cycle) >= extensions.maximumCount) {
    return rejected('extension.limit-reached', {
      granted: grantedIn(item.cycle),
      limit: extensions.maximumCount,
    });
  }
  const latest = dueDate({ start: due.date, period: extensions.maximumLength, calendar }).date;
  return newDue > latest ? rejected('extension.too-long', { newDue, latest }) : null;
};
