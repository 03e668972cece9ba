import { rejected, type Rejected } from '@duban/kernel';
import { sameFacts } from '../../../equality/same-facts.ts';
import type { CaseCommandData } from '../../case.commands.ts';
import type { DecisionsOf } from '../../case.decisions.ts';
import type { CaseRejection } from '../../case.rejections.ts';
import type { OpenedCase } from '../../case.state.ts';
import type { CommandContext } from '../../command-context.ts';

type Publication = CaseCommandData['PublishResult'];

const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && /^https?:\/\/[^\s/?#@]+(?:[/?#]\S*)?$/i.test(text);

/** What was withheld stays so until the body that decides about it lifts it; what is published was so by now. */
const unlessPublishable = (
  { url, date }: Publication,
  { withheld, opened }: OpenedCase,
  { today }: CommandContext,
): Rejected<CaseRejection> | null => {
  if (withheld !== null) return rejected('publication.withheld');
  if (date < opened.openedOn || date > today)
    return rejected('publication.date-impossible', { date, notBefore: opened.openedOn, notAfter: today });
  return url === null || isWebAddress(url) ? null : rejected('publication.address-invalid');
};

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
    return unlessPublishable(data, state, context) ?? [{ type: 'ResultPublished', data }];
  },

  WithholdPublication: (data, state) => {
    if (sameFacts(state.withheld, data)) return [];
    if (state.publications.length > 0) return rejected('publication.already-published');
    return state.status === 'archived' ? rejected('case.not-open') : [{ type: 'PublicationWithheld', data }];
  },
};
