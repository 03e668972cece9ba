import { rejected } from '@duban/kernel';
import { sameFacts } from '../../../equality/same-facts.ts';
import type { DecisionsOf } from '../../case.decisions.ts';
import { unlessPublishable } from './publishable.ts';

export const publicationDecisions: DecisionsOf<
  'RecordPartyReport' | 'PublishResult' | 'WithholdPublication'
> = {
  /** Reference data only; the reply of a request is added under the request's number (section 2.7, S41). */
  RecordPartyReport: (data, state) => {
    const known = state.partyReports.find(({ docNo }) => docNo === data.docNo);
    if (sameFacts(known, data)) return [];
    if (state.status === 'archived') return rejected('case.not-open');
    const answers = known?.replyDocNo === null && sameFacts(known, { ...data, replyDocNo: null });
    return known === undefined || answers
      ? [{ type: 'PartyReportRecorded', data }]
      : rejected('party-report.number-taken', { docNo: data.docNo });
  },

  /** Publish unless withheld with a ground (section 8, 14); each channel is a publication of its own. */
  PublishResult: (data, state, context) => {
    if (state.publications.some((publication) => sameFacts(publication, data)) && state.withheld === null)
      return [];
    if (state.status === 'archived') return rejected('case.not-open');
    return unlessPublishable(data, state, context.today) ?? [{ type: 'ResultPublished', data }];
  },

  WithholdPublication: (data, state) => {
    if (sameFacts(state.withheld, data)) return [];
    if (state.publications.length > 0) return rejected('publication.already-published');
    return state.status === 'archived' ? rejected('case.not-open') : [{ type: 'PublicationWithheld', data }];
  },
};
