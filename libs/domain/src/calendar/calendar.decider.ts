import { rejected, type Decider, type Message, type Rejected } from '@duban/kernel';
import { sameFacts } from '../equality/same-facts.ts';
import { calendarYearFaults } from './calendar-year.faults.ts';
import type { CalendarEvent } from './calendar.events.ts';
import { currentCalendar, emptyCalendar, nextVersion, type CalendarState } from './calendar.state.ts';
import type { CalendarYear } from './calendar.ts';

type OfYear = { readonly region: string; readonly calendarYear: CalendarYear };

export type CalendarCommand =
  | Message<'PublishCalendarYear', OfYear>
  | Message<'CorrectCalendarYear', OfYear & { readonly reason: string }>;

export type CalendarRejection =
  | 'calendar.other-region'
  | 'calendar.year-invalid'
  | 'calendar.year-unknown'
  | 'calendar.year-known-differently'
  | 'calendar.reason-missing';

const refusal = ({ data }: CalendarCommand, state: CalendarState): Rejected<CalendarRejection> | null => {
  if (state.status === 'published' && state.region !== data.region) {
    return rejected('calendar.other-region', { region: state.region });
  }
  const faults = calendarYearFaults(data.calendarYear);
  return faults.length > 0 ? rejected('calendar.year-invalid', { faults }) : null;
};

/** One region's working days, year by year, as its notices are published. */
export const calendarDecider: Decider<CalendarState, CalendarCommand, CalendarEvent, CalendarRejection> = {
  initialState: { status: 'unpublished' },

  decide: (command, state) => {
    const refused = refusal(command, state);
    if (refused !== null) return refused;
    const { region, calendarYear } = command.data;
    const current = currentCalendar(state) ?? emptyCalendar(region);
    const known = current.years[String(calendarYear.year)];
    const fact = { region, calendarYear, version: nextVersion(current, calendarYear.year) };
    if (known !== undefined && sameFacts(known, calendarYear)) return [];
    switch (command.type) {
      case 'PublishCalendarYear':
        return known === undefined
          ? [{ type: 'CalendarYearPublished', data: fact }]
          : rejected('calendar.year-known-differently', {
              year: calendarYear.year,
              calendar: current.version,
            });
      case 'CorrectCalendarYear':
        if (known === undefined) return rejected('calendar.year-unknown', { year: calendarYear.year });
        if (command.data.reason.trim() === '') return rejected('calendar.reason-missing');
        return [{ type: 'CalendarYearCorrected', data: { ...fact, reason: command.data.reason } }];
    }
  },

  evolve: (state, { data }) => {
    const { region, calendarYear, version } = data;
    const current = currentCalendar(state) ?? emptyCalendar(region);
    const years = { ...current.years, [String(calendarYear.year)]: calendarYear };
    const before = state.status === 'published' ? state.versions : [];
    return { status: 'published', region, versions: [...before, { id: region, version, years }] };
  },
};
