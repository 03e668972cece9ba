import type { Recorded } from '@duban/kernel';
import type { EvolutionsOf } from '../case.decisions.ts';
import type { OpenedCase } from '../case.state.ts';
import type { CaseOpened } from '../events/case-life.events.ts';

export const openCase = (event: Recorded<CaseOpened>): OpenedCase => ({
  status: 'open',
  opened: event.data,
  openedEventId: event.id,
  openedBy: event.actor,
  items: {},
  lists: [],
  drafts: [],
  results: [],
  records: { votes: [], surveys: [], inspections: [], appraisals: [] },
  links: [],
  partyReports: [],
  publications: [],
  withheld: null,
  corrections: [],
  closedOn: null,
  archived: null,
});

export const caseLifeEvolutions: EvolutionsOf<
  | 'CaseLinked'
  | 'CaseClosed'
  | 'CaseArchived'
  | 'PartyReportRecorded'
  | 'ResultPublished'
  | 'PublicationWithheld'
  | 'EventCorrected'
> = {
  CaseLinked: (state, { data }) => ({ ...state, links: [...state.links, data] }),
  CaseClosed: (state, { data }) => ({ ...state, status: 'closed', closedOn: data.closedOn }),
  CaseArchived: (state, { data }) => ({ ...state, status: 'archived', archived: data }),
  /** A number stands for one letter: the reply, once it is there, is added to it. */
  PartyReportRecorded: (state, { data }) => ({
    ...state,
    partyReports: [...state.partyReports.filter(({ docNo }) => docNo !== data.docNo), data],
  }),
  ResultPublished: (state, { data }) => ({
    ...state,
    publications: [...state.publications, data],
    withheld: null,
  }),
  PublicationWithheld: (state, { data }) => ({ ...state, withheld: data }),
  EventCorrected: (state) => state,
};
