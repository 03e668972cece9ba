import { rejected } from '@duban/kernel';
import type { Stored } from '../schema/data.ts';
import { closed, freeText } from '../schema/parts.ts';
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

const sent = closed({ ...ofYear(), reason: freeText() });
const calendarYearCorrected = closed({ ...yearFact(), reason: freeText() });

/** An amending notice, or a misread one set right. What was computed before keeps the version it was computed with. */
export type CalendarYearCorrected = Stored<'CalendarYearCorrected', typeof calendarYearCorrected>;

export const correctCalendarYear: CalendarStep<typeof sent, CalendarYearCorrected> = {
  label: { zh: '更正年度日历', en: 'Correct a calendar year' },
  data: sent,
  who: ['supervision-office', 'system-admin'],
  decide: (data, state) => {
    const { region, calendarYear: year, reason } = data;
    const refused = refuseFaultyYear(year);
    if (refused !== null) return refused;
    const known = calendarOf(state, region).years[String(year.year)];
    if (isPublishedSo(known, year)) return [];
    if (known === undefined) return rejected('calendar.year-unknown', { year: year.year });
    if (reason.trim() === '') return rejected('calendar.reason-missing');
    return [{ type: 'CalendarYearCorrected', data: { ...factOfYear(data, state), reason } }];
  },
  events: {
    CalendarYearCorrected: {
      data: calendarYearCorrected,
      seenBy: 'public',
      published: false,
      fold: (state, { data }) => withYear(state, data),
    },
  },
};
