import { rejected } from '@duban/kernel';
import type { Stored } from '../schema/data.ts';
import { closed } from '../schema/parts.ts';
import {
  calendarOf,
  factOfYear,
  isPublishedSo,
  ofYear,
  refuseFaultyYear,
  withYear,
  yearFact,
  type CalendarStep,
} from './calendar-step.ts';

const sent = closed(ofYear());
const calendarYearPublished = closed(yearFact());

export type CalendarYearPublished = Stored<'CalendarYearPublished', typeof calendarYearPublished>;

export const publishCalendarYear: CalendarStep<typeof sent, CalendarYearPublished> = {
  label: { zh: '发布年度日历', en: 'Publish a calendar year' },
  data: sent,
  who: ['supervision-office', 'system-admin'],
  decide: (data, state) => {
    const { region, calendarYear: year } = data;
    const refused = refuseFaultyYear(year);
    if (refused !== null) return refused;
    const { years, version: calendar } = calendarOf(state, region);
    const known = years[String(year.year)];
    if (isPublishedSo(known, year)) return [];
    return known === undefined
      ? [{ type: 'CalendarYearPublished', data: factOfYear(data, state) }]
      : rejected('calendar.year-known-differently', { year: year.year, calendar });
  },
  events: {
    CalendarYearPublished: {
      data: calendarYearPublished,
      seenBy: 'public',
      published: false,
      fold: (state, { data }) => withYear(state, data),
    },
  },
};
