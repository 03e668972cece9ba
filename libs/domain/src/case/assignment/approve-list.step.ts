import { isRejected, rejected } from '@duban/kernel';
import { SIGNED_BY_COUNCIL } from '../../authority/deciding-bodies.ts';
import { sameFacts } from '../../equality/same-facts.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, id, listOf, text } from '../../schema/parts.ts';
import { itemRef } from '../../schema/references.ts';
import type { ItemState, OpenedCase } from '../case.state.ts';
import type { ItemStage } from '../case.vocabulary.ts';
import { refuseSupervised } from '../competence.ts';
import { findItems, refuseOtherStage, withItem } from '../item-access.ts';
import { isNotHandling } from '../own-affair.ts';
import type { Step } from '../step.ts';

const listApproved = closed({
  listNo: id(),
  itemIds: listOf(itemRef()),
  approvedBy: id(),
  meetingNo: text(),
});

export type ListApproved = Stored<'ListApproved', typeof listApproved>;

/** The columns of a problem list that a register must fill before anyone decides on it (S9), by their event's fields. */
const MANDATORY = ['sourceId', 'sourceParagraph', 'title', 'text', 'category', 'topicTag'] as const;

const missingFields = (state: OpenedCase, item: ItemState): readonly string[] => {
  const registered = item.registered?.data;
  const missing = MANDATORY.filter((field) => (registered?.[field] ?? '').trim() === '');
  const unsigned = state.opened.supervisionForm === 'suggestion' && item.proposers.length === 0;
  return unsigned ? [...missing, 'proposers'] : missing;
};

const STAGES: readonly ItemStage[] = ['REGISTERED'];

/** 清单审定, by the Chairpersons' Council, or a leader by delegation (section 2.3). */
export const approveList: Step<typeof listApproved, ListApproved> = {
  label: { zh: '审定清单', en: 'Approve the list' },
  data: listApproved,
  who: ['chairpersons-council'],
  decidedBy: SIGNED_BY_COUNCIL,
  at: STAGES,
  whose: isNotHandling,
  decide: (data, state, context) => {
    const same = state.lists.find(({ listNo }) => listNo === data.listNo);
    if (same !== undefined) {
      return sameFacts(same, data) ? [] : rejected('list.number-taken', { listNo: data.listNo });
    }
    const items = findItems(state, data.itemIds);
    if (isRejected(items)) return items;
    const refusal = refuseSupervised(items, context) ?? refuseOtherStage(items, STAGES);
    if (refusal !== null) return refusal;
    const incomplete = items.find((item) => missingFields(state, item).length > 0);
    if (incomplete === undefined) return [{ type: 'ListApproved', data }];
    return rejected('item.field-missing', {
      itemId: incomplete.itemId,
      fields: missingFields(state, incomplete),
    });
  },
  events: {
    ListApproved: {
      data: listApproved,
      seenBy: 'public',
      published: true,
      fold: (state, { data }) =>
        data.itemIds.reduce<OpenedCase>(
          (changed, itemId) => withItem(changed, itemId, (item) => ({ ...item, stage: 'LISTED' })),
          { ...state, lists: [...state.lists, data] },
        ),
    },
  },
};
