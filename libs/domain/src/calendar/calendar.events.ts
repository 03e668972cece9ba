/**
 * Events of a `calendar-<region>` stream. These types are storage format: a changed payload is a new schema version.
 */
import type { Message } from '@duban/kernel';
import type { CalendarYear } from './calendar.ts';

type CalendarFact = {
  readonly region: string;
  readonly calendarYear: CalendarYear;
  /** The calendar's version from this event on, such as `CN@2026-1`. */
  readonly version: string;
};

export type CalendarYearPublished = Message<'CalendarYearPublished', CalendarFact>;

/** An amending notice, or a misread one set right. What was computed before keeps the version it was computed with. */
export type CalendarYearCorrected = Message<
  'CalendarYearCorrected',
  CalendarFact & { readonly reason: string }
>;

export type CalendarEvent = CalendarYearPublished | CalendarYearCorrected;

export const calendarStream = (region: string): string => `calendar-${region}`;
