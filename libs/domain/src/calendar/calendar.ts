import { Type } from '@sinclair/typebox';
import type { Data } from '../schema/data.ts';
import { tableOf } from '../schema/columns.ts';
import { closed, date, text, type dueDateStepCode, type periodUnit } from '../schema/parts.ts';

const namedDays = () => tableOf({ name: 'date', schema: date() }, { name: 'holiday', schema: text() });

/**
 * One published year of statutory holidays and make-up working days 调休 (State Council notice named in `notice`). Days are
 * ISO dates: rest days declared by the notice with the holiday's name, and weekend days declared working days with the
 * holiday they make up for.
 */
export const calendarYear = () =>
  closed({ year: Type.Integer(), restDays: namedDays(), workDays: namedDays(), notice: text() });

export type CalendarYear = Data<ReturnType<typeof calendarYear>>;

/**
 * A calendar as it stood after some publication: a value, pinned by `version` (such as `CN@2026-1`) in whatever was
 * computed with it. A year that is not in `years` is unknown: dates in it are provisional (C35).
 */
export type Calendar = {
  readonly id: string;
  readonly version: string;
  readonly years: Readonly<Record<string, CalendarYear>>;
};

export type PeriodUnit = ReturnType<typeof periodUnit>['static'];

/** A legal period such as "2 months"; the first day is never counted (Civil Code art. 201). */
export type LegalPeriod = { readonly n: number; readonly unit: PeriodUnit };

/** One line of the day-by-day explanation of a due date (C32). Codes are texts of the zh/en catalogue. */
export type DueDateStep = {
  readonly date: string;
  readonly code: ReturnType<typeof dueDateStepCode>['static'];
  /** Running number of counted days, where days are counted. */
  readonly count?: number;
  /** Name of the holiday, or the notice, that the step rests on. */
  readonly because?: string;
};

/** A date in Asia/Shanghai with its reasons. `provisional`: it lies in, or was counted through, an unpublished year. */
export type DueDate = {
  readonly date: string;
  readonly provisional: boolean;
  readonly calendar: string;
  /** What was counted, from the date of the first step; null when the date was set, not counted. */
  readonly period: LegalPeriod | null;
  readonly steps: readonly DueDateStep[];
};
