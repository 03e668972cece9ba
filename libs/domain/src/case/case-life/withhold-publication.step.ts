import { rejected } from '@duban/kernel';
import { sameFacts } from '../../equality/same-facts.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, text } from '../../schema/parts.ts';
import type { Step } from '../step.ts';
import { isResultPublished } from './owed-publications.ts';

const publicationWithheld = closed({ legalGround: text() });

export type PublicationWithheld = Stored<'PublicationWithheld', typeof publicationWithheld>;

/** 不予公开: with a ground in law, and before anything was published. */
export const withholdPublication: Step<typeof publicationWithheld, PublicationWithheld> = {
  label: { zh: '不予公开', en: 'Withhold publication' },
  source: { supervision: [10] },
  data: publicationWithheld,
  who: ['supervision-office', 'general-office'],
  at: 'case',
  during: ['open', 'closed'],
  decide: (data, state) => {
    if (sameFacts(state.withheld, data)) return [];
    if (isResultPublished(state)) return rejected('publication.already-published');
    return state.status === 'archived' ? rejected('case.not-open') : [{ type: 'PublicationWithheld', data }];
  },
  events: {
    PublicationWithheld: {
      data: publicationWithheld,
      seenBy: 'public',
      published: false,
      textsSeenBy: { legalGround: 'parties' },
      fold: (state, { data }) => ({ ...state, withheld: data }),
    },
  },
};
