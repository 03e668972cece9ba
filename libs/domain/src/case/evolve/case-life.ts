import type { Recorded } from '@duban/kernel';
import type { EvolutionsOf } from '../case.decisions.ts';
import type { OpenedCase } from '../case.state.ts';
import { visitFacts } from '../correction/correctable-facts.ts';
import { withScalarAt } from '../correction/json-pointer.ts';
import { factOf } from '../occurred.ts';
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
  attachments: [],
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
  /** From here on every reader finds the corrected value; the event it corrects stays as it was. */
  EventCorrected: (state, event) => {
    const { targetEventId, field, new: value } = event.data;
    const corrected = visitFacts(state, (_type, fact) =>
      fact.eventId === targetEventId ? { ...fact, data: withScalarAt(fact.data, field, value) } : fact,
    );
    return { ...corrected, corrections: [...state.corrections, factOf(event)] };
  },
};
