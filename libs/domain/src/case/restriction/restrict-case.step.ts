import { rejected } from '@duban/kernel';
import { SIGNED_BY_COUNCIL } from '../../authority/deciding-bodies.ts';
import { sameFacts } from '../../equality/same-facts.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, freeText, id, oneOf } from '../../schema/parts.ts';
import { CASE_STATUSES } from '../case.vocabulary.ts';
import { factOf } from '../occurred.ts';
import type { Step } from '../step.ts';
import { restrictionOf } from './restriction.ts';

const caseRestricted = closed({
  /** A work secret 工作秘密, or a matter that is secret and stands here by its number alone. */
  secrecy: oneOf('work-secret', 'secret-by-number'),
  ground: freeText(),
  documentNo: id(),
});

export type CaseRestricted = Stored<'CaseRestricted', typeof caseRestricted>;

/**
 * 限制知悉: from now on the case, its past included, is there only for the office, the chair, the lead committee and the organs with a part in
 * it. What the public alone is not told of is a withheld publication.
 */
export const restrictCase: Step<typeof caseRestricted, CaseRestricted> = {
  label: { zh: '限制知悉', en: 'Restrict the case' },
  data: caseRestricted,
  who: ['supervision-office', 'general-office', 'chairpersons-council'],
  decidedBy: SIGNED_BY_COUNCIL,
  at: 'case',
  during: CASE_STATUSES,
  decide: (data, state) => {
    const held = restrictionOf(state);
    if (held === null) return [{ type: 'CaseRestricted', data }];
    return sameFacts(held.data, data)
      ? []
      : rejected('restriction.already', { role: held.by.role, organ: held.by.organ });
  },
  events: {
    CaseRestricted: {
      data: caseRestricted,
      seenBy: 'public',
      published: true,
      textsSeenBy: { ground: 'congress' },
      fold: (state, event) => ({
        ...state,
        restrictions: [...state.restrictions, { ...factOf(event), lifted: null }],
      }),
    },
  },
};
