import { rejected } from '@duban/kernel';
import type { Stored } from '../../schema/data.ts';
import { closed, date, listOf, orNull } from '../../schema/parts.ts';
import { itemRef } from '../../schema/references.ts';
import { disposition } from '../case.vocabulary.ts';
import { isOpen } from '../item-access.ts';
import type { Step } from '../step.ts';

const sent = closed({});

const caseClosed = closed({
  closedOn: date(),
  dispositions: listOf(closed({ itemId: itemRef(), disposition: orNull(disposition()) })),
});

export type CaseClosed = Stored<'CaseClosed', typeof caseClosed>;

/** 结案: when every item is closed, merged or withdrawn (section 2.2). */
export const closeCase: Step<typeof sent, CaseClosed> = {
  label: { zh: '结案', en: 'Close the case' },
  data: sent,
  who: ['supervision-office', 'working-body'],
  at: 'case',
  decide: (_data, state, { occurredOn }) => {
    if (state.status !== 'open') return [];
    const items = Object.values(state.items);
    const open = items.filter((item) => isOpen(item)).map(({ itemId }) => itemId);
    if (open.length > 0) return rejected('case.items-open', { itemIds: open });
    const dispositions = items.map((item) => ({ itemId: item.itemId, disposition: item.disposition }));
    return [{ type: 'CaseClosed', data: { closedOn: occurredOn, dispositions } }];
  },
  events: {
    CaseClosed: {
      data: caseClosed,
      seenBy: 'public',
      published: true,
      fold: (state, { data }) => ({ ...state, status: 'closed', closedOn: data.closedOn }),
    },
  },
};
