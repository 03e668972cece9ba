import { rejected } from '@duban/kernel';
import { sameFacts } from '../../equality/same-facts.ts';
import type { Stored } from '../../schema/data.ts';
import { closed } from '../../schema/parts.ts';
import { caseRef } from '../../schema/references.ts';
import { caseLinkKind } from '../case.vocabulary.ts';
import type { Step } from '../step.ts';

const caseLinked = closed({ kind: caseLinkKind(), target: caseRef() });

export type CaseLinked = Stored<'CaseLinked', typeof caseLinked>;

/** 关联. Kept even when the target does not resolve: years later it may be all there is. */
export const linkCase: Step<typeof caseLinked, CaseLinked> = {
  label: { zh: '关联案件', en: 'Link another case' },
  source: { supervision: [34] },
  data: caseLinked,
  who: ['supervision-office', 'working-body'],
  at: 'case',
  during: ['open', 'closed'],
  decide: (data, state) => {
    if (state.links.some((link) => sameFacts(link, data))) return [];
    return state.status === 'archived' ? rejected('case.not-open') : [{ type: 'CaseLinked', data }];
  },
  events: {
    CaseLinked: {
      data: caseLinked,
      seenBy: 'parties',
      published: true,
      fold: (state, { data }) => ({ ...state, links: [...state.links, data] }),
    },
  },
};
