import { rejected } from '@duban/kernel';
import { sameFacts } from '../../equality/same-facts.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, id, oneOf } from '../../schema/parts.ts';
import type { Step } from '../step.ts';

const caseArchived = closed({
  archiveNo: id(),
  retention: oneOf('permanent', '30-years', '10-years'),
});

export type CaseArchived = Stored<'CaseArchived', typeof caseArchived>;

/** 归档: a closed case gets its number in the archive, and for how long it is kept there. */
export const archiveCase: Step<typeof caseArchived, CaseArchived> = {
  label: { zh: '归档', en: 'Archive the case' },
  data: caseArchived,
  who: ['supervision-office', 'general-office'],
  at: 'case',
  during: ['closed'],
  decide: (data, state) => {
    if (state.status === 'archived' && sameFacts(state.archived, data)) return [];
    return state.status === 'closed'
      ? [{ type: 'CaseArchived', data }]
      : rejected('case.not-closed', { status: state.status });
  },
  events: {
    CaseArchived: {
      data: caseArchived,
      seenBy: 'office',
      published: false,
      // Number and day are all that it says.
      untold: [],
      fold: (state, { data }) => ({ ...state, status: 'archived', archived: data }),
    },
  },
};
