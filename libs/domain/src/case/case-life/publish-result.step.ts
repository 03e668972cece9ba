import { rejected } from '@duban/kernel';
import { sameFacts } from '../../equality/same-facts.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, date, orNull, text } from '../../schema/parts.ts';
import type { Step } from '../step.ts';
import { refusePublication } from './publication-limits.ts';

const resultPublished = closed({ channel: text(), url: orNull(text()), date: date() });

export type ResultPublished = Stored<'ResultPublished', typeof resultPublished>;

/** 公开: publish unless withheld with a ground (section 8, 14); each channel is a publication of its own. */
export const publishResult: Step<typeof resultPublished, ResultPublished> = {
  label: { zh: '公开结果', en: 'Publish the result' },
  source: { supervision: [10, 17] },
  data: resultPublished,
  who: ['supervision-office', 'general-office'],
  at: 'case',
  during: ['open', 'closed'],
  decide: (data, state, context) => {
    if (state.publications.some((publication) => sameFacts(publication, data)) && state.withheld === null)
      return [];
    if (state.status === 'archived') return rejected('case.not-open');
    return refusePublication(data, state, context.decidedOn) ?? [{ type: 'ResultPublished', data }];
  },
  events: {
    ResultPublished: {
      data: resultPublished,
      seenBy: 'public',
      published: true,
      fold: (state, { data }) => ({
        ...state,
        publications: [...state.publications, data],
        withheld: null,
      }),
    },
  },
};
