import { isRejected, rejected } from '@duban/kernel';
import { sameFacts } from '../../../equality/same-facts.ts';
import type { DecisionsOf } from '../../case.decisions.ts';
import type { ItemState, OpenedCase } from '../../case.state.ts';
import { findItems, unlessAt } from '../../item-access.ts';
import { unlessSupervised } from '../../competence.ts';
import { ownEntry } from '../../own-entry.ts';

/** The columns of a problem list that a register must fill before anyone decides on it (S9), by their event's fields. */
const MANDATORY = ['sourceId', 'sourceParagraph', 'title', 'text', 'category', 'topicTag'] as const;

const missingFields = (state: OpenedCase, item: ItemState): readonly string[] => {
  const registered = item.registered?.data;
  const missing = MANDATORY.filter((field) => (registered?.[field] ?? '').trim() === '');
  const unsigned = state.opened.supervisionForm === 'suggestion' && item.proposers.length === 0;
  return unsigned ? [...missing, 'proposers'] : missing;
};

export const registrationDecisions: DecisionsOf<'RegisterItem' | 'ApproveList'> = {
  /** Single court cases, personal matters and state secrets never enter (section 2.3; section 8, 12; S3 art. 8). */
  RegisterItem: ({ concerns = {}, ...facts }, state) => {
    const excluded = Object.entries(concerns).flatMap(([ground, concerned]) => (concerned ? [ground] : []));
    if (excluded.length > 0) return rejected('item.out-of-scope', { grounds: excluded });
    const data = { ...facts, caseId: state.opened.caseId };
    const present = ownEntry(state.items, data.itemId);
    if (present !== undefined) {
      return sameFacts(present.registered?.data, data)
        ? []
        : rejected('item.id-taken', { itemId: data.itemId });
    }
    return state.status === 'open' ? [{ type: 'ItemRegistered', data }] : rejected('case.not-open');
  },

  /** By the Chairpersons' Council, or a leader by delegation (section 2.3). */
  ApproveList: (data, state, context) => {
    const same = state.lists.find(({ listNo }) => listNo === data.listNo);
    if (same !== undefined) {
      return sameFacts(same, data) ? [] : rejected('list.number-taken', { listNo: data.listNo });
    }
    const items = findItems(state, data.itemIds);
    if (isRejected(items)) return items;
    const refusal = unlessSupervised(items, context) ?? unlessAt(items, ['REGISTERED']);
    if (refusal !== null) return refusal;
    const incomplete = items.find((item) => missingFields(state, item).length > 0);
    if (incomplete === undefined) return [{ type: 'ListApproved', data }];
    return rejected('item.field-missing', {
      itemId: incomplete.itemId,
      fields: missingFields(state, incomplete),
    });
  },
};
