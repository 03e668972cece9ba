import { isRejected, rejected } from '@duban/kernel';
import { SIGNED_BY_COUNCIL } from '../../authority/deciding-bodies.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, date, text, without } from '../../schema/parts.ts';
import { itemRef } from '../../schema/references.ts';
import type { ItemState } from '../case.state.ts';
import type { ItemStage } from '../case.vocabulary.ts';
import { refuseResolution, refuseSupervised } from '../competence.ts';
import { findItem, refuseOtherStage, withItem } from '../item-access.ts';
import { pinnedRules } from '../pinned-rules.ts';
import { isNotHandling } from '../own-affair.ts';
import type { Step } from '../step.ts';

const itemSuspended = closed({ itemId: itemRef(), ground: text(), reviewDate: date(), suspendedOn: date() });

export type ItemSuspended = Stored<'ItemSuspended', typeof itemSuspended>;

const sent = without(itemSuspended, 'suspendedOn');

const stages: readonly ItemStage[] = ['RECTIFYING'];

const isSuspendedSo = ({ suspension }: ItemState, ground: string, reviewDate: string): boolean =>
  suspension?.ground === ground && suspension.reviewDate === reviewDate;

/** On a ground that the rule set lists, until a date of review; a resolution's date is the Standing Committee's to stop. */
export const suspend: Step<typeof sent, ItemSuspended> = {
  label: { zh: '中止办理', en: 'Suspend' },
  data: sent,
  who: ['chairpersons-council'],
  decidedBy: SIGNED_BY_COUNCIL,
  at: stages,
  whose: isNotHandling,
  decide: ({ itemId, ground, reviewDate }, state, context) => {
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    if (isSuspendedSo(item, ground, reviewDate)) return [];
    const refusal = refuseSupervised([item], context) ?? refuseOtherStage([item], stages);
    if (refusal !== null) return refusal;
    const rules = pinnedRules(item, context);
    if (isRejected(rules)) return rules;
    if (!rules.suspensionGrounds.includes(ground)) {
      return rejected('suspension.ground-not-listed', { ground, listed: rules.suspensionGrounds });
    }
    if (reviewDate < context.occurredOn) return rejected('suspension.review-in-past', { reviewDate });
    const data = { itemId, ground, reviewDate, suspendedOn: context.occurredOn };
    return refuseResolution(item, context) ?? [{ type: 'ItemSuspended', data }];
  },
  events: {
    ItemSuspended: {
      data: itemSuspended,
      seenBy: 'parties',
      published: true,
      fold: (state, { data: { itemId, ground, reviewDate, suspendedOn } }) =>
        withItem(state, itemId, (item) => ({
          ...item,
          stage: 'SUSPENDED',
          resumeTo: item.stage,
          suspension: { ground, since: suspendedOn, reviewDate },
        })),
    },
  },
};
