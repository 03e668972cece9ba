import { rejected, type Message, type Rejected } from '@duban/kernel';
import type { TSchema } from '@sinclair/typebox';
import { sameFacts } from '../equality/same-facts.ts';
import type { RegisterStep } from '../register/register-step.ts';
import { id } from '../schema/parts.ts';
import { calendarYearFaults } from './calendar-year.faults.ts';
import { currentCalendar, emptyCalendar, nextVersion, type CalendarState } from './calendar.state.ts';
import { calendarYear, type Calendar, type CalendarYear } from './calendar.ts';

export type CalendarRejection =
  | 'calendar.other-region'
  | 'calendar.year-invalid'
  | 'calendar.year-unknown'
  | 'calendar.year-known-differently'
  | 'calendar.reason-missing';

/** A step in the calendar of a region: a year that is published, or set right. */
export type CalendarStep<Sent extends TSchema, Event extends Message> = RegisterStep<
  CalendarState,
  Sent,
  Event,
  CalendarRejection
>;

export const calendarStream = (region: string): string => `calendar-${region}`;

/** What both commands say. */
export const ofYear = () => ({ region: id(), calendarYear: calendarYear() });

/** What both events hold; `version` is the calendar's from this event on, such as `CN@2026-1`. */
export const yearFact = () => ({ ...ofYear(), version: id() });

type OfYear = { readonly region: string; readonly calendarYear: CalendarYear };
type YearFact = OfYear & { readonly version: string };

export const refuseFaultyYear = (year: CalendarYear): Rejected<CalendarRejection> | null => {
  const faults = calendarYearFaults(year);
  return faults.length > 0 ? rejected('calendar.year-invalid', { faults }) : null;
};

export const calendarOf = (state: CalendarState, region: string): Calendar =>
  currentCalendar(state) ?? emptyCalendar(region);

export const factOfYear = ({ region, calendarYear: year }: OfYear, state: CalendarState): YearFact => ({
  region,
  calendarYear: year,
  version: nextVersion(calendarOf(state, region), year.year),
});

/** The year as it stands, where it stands with these very days. */
export const isPublishedSo = (known: CalendarYear | undefined, year: CalendarYear): boolean =>
  known !== undefined && sameFacts(known, year);

export const withYear = (
  state: CalendarState,
  { region, calendarYear: year, version }: YearFact,
): CalendarState => {
  const years = { ...calendarOf(state, region).years, [String(year.year)]: year };
  const before = state.status === 'published' ? state.versions : [];
  return { status: 'published', region, versions: [...before, { id: region, version, years }] };
};
