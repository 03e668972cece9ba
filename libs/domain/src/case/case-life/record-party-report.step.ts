import { rejected } from '@duban/kernel';
import { sameFacts } from '../../equality/same-facts.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, date, id, oneOf, orNull, text } from '../../schema/parts.ts';
import type { Step } from '../step.ts';

const partyReportRecorded = closed({
  /** 请示 needs an answer, 报告 does not; one request, one matter (S41). */
  kind: oneOf('request', 'report'),
  docNo: id(),
  date: date(),
  subject: text(),
  replyDocNo: orNull(id()),
});

export type PartyReportRecorded = Stored<'PartyReportRecorded', typeof partyReportRecorded>;

/** 请示报告: reference data only; the reply of a request is added under the request's number (section 2.7, S41). */
export const recordPartyReport: Step<typeof partyReportRecorded, PartyReportRecorded> = {
  label: { zh: '登记请示报告', en: 'Record a report to the Party committee' },
  data: partyReportRecorded,
  who: ['supervision-office', 'general-office'],
  at: 'case',
  during: ['open', 'closed'],
  decide: (data, state) => {
    const known = state.partyReports.find(({ docNo }) => docNo === data.docNo);
    if (sameFacts(known, data)) return [];
    if (state.status === 'archived') return rejected('case.not-open');
    const answers = known?.replyDocNo === null && sameFacts(known, { ...data, replyDocNo: null });
    return known === undefined || answers
      ? [{ type: 'PartyReportRecorded', data }]
      : rejected('party-report.number-taken', { docNo: data.docNo });
  },
  events: {
    PartyReportRecorded: {
      data: partyReportRecorded,
      seenBy: 'office',
      published: false,
      untold: ['subject', 'replyDocNo'],
      /** A number stands for one letter: the reply, once it is there, is added to it. */
      fold: (state, { data }) => ({
        ...state,
        partyReports: [...state.partyReports.filter(({ docNo }) => docNo !== data.docNo), data],
      }),
    },
  },
};
