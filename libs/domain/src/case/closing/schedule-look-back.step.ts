import { isRejected, rejected } from '@duban/kernel';
import { Type } from '@sinclair/typebox';
import { dueDate as countedFrom, fixedDueDate } from '../../calendar/due-date.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, date, dueDate } from '../../schema/parts.ts';
import { itemRef } from '../../schema/references.ts';
import type { ItemStage } from '../case.vocabulary.ts';
import { itemAt, withItem } from '../item-access.ts';
import { ownEntry } from '../own-entry.ts';
import { pinnedRules } from '../pinned-rules.ts';
import type { Step } from '../step.ts';
import { closedOn, lookBackPeriod } from './look-back-period.ts';

const lookBackScheduled = closed({ itemId: itemRef(), due: dueDate() });

export type LookBackScheduled = Stored<'LookBackScheduled', typeof lookBackScheduled>;

const sent = closed({
  itemId: itemRef(),
  /** Omitted: the rule set's look-back period from closing. */
  dueDate: Type.Optional(date()),
});

const stages: readonly ItemStage[] = ['CLOSED'];

/** 安排回头看: not later than a look-back that the rules demand. */
export const scheduleLookBack: Step<typeof sent, LookBackScheduled> = {
  label: { zh: '安排回头看', en: 'Schedule the look-back' },
  data: sent,
  who: ['supervision-office', 'working-body'],
  at: stages,
  decide: ({ itemId, dueDate: wanted }, state, context) => {
    const known = ownEntry(state.items, itemId);
    const standing = known?.stage === 'LOOKBACK' && !known.relapseFound ? known.lookBackDue : null;
    if (standing !== null && (wanted === undefined || wanted === standing.date)) return [];
    const item = itemAt(state, itemId, stages);
    if (isRejected(item)) return item;
    const rules = pinnedRules(item, context);
    if (isRejected(rules)) return rules;
    const mandatory = item.lookBackDue;
    if (mandatory !== null && wanted !== undefined && wanted > mandatory.date) {
      return rejected('look-back.later-than-mandatory', { itemId, mandatory: mandatory.date });
    }
    const { calendar } = context;
    const period = lookBackPeriod(item, rules, item.disposition);
    const counted = mandatory ?? countedFrom({ start: closedOn(item, context), period, calendar });
    const due = wanted === undefined ? counted : fixedDueDate({ date: wanted, calendar });
    return [{ type: 'LookBackScheduled', data: { itemId, due } }];
  },
  events: {
    LookBackScheduled: {
      data: lookBackScheduled,
      seenBy: 'parties',
      published: true,
      fold: (state, { data }) =>
        withItem(state, data.itemId, (item) => ({ ...item, stage: 'LOOKBACK', lookBackDue: data.due })),
    },
  },
};
