import type { Calendar } from './calendar.ts';

/** `versions` holds every calendar that was ever in force, oldest first; the last one is current. */
export type CalendarState =
  | { readonly status: 'unpublished' }
  | { readonly status: 'published'; readonly region: string; readonly versions: readonly Calendar[] };

/** A region of which nothing is published: weekends only, and every date provisional. */
export const emptyCalendar = (region: string): Calendar => ({
  id: region,
  version: `${region}@0-0`,
  years: {},
});

export const currentCalendar = (state: CalendarState): Calendar | undefined =>
  state.status === 'published' ? state.versions.at(-1) : undefined;

/** The calendar as a decision saw it that pinned `version`. */
export const calendarAt = (state: CalendarState, version: string): Calendar | undefined =>
  state.status === 'published' ? state.versions.find((calendar) => calendar.version === version) : undefined;

const VERSION = /@(\d+)-(\d+)$/;

/**
 * The name after one more publication of `year`: latest year known, then how many publications (of whichever year)
 * there were since that year was first known. So a late correction of 2025 makes `CN@2026-2` of `CN@2026-1`, and no
 * name comes twice.
 */
export const nextVersion = (current: Calendar, year: number): string => {
  const [, latest = '0', count = '0'] = VERSION.exec(current.version) ?? [];
  const same = year <= Number(latest);
  return `${current.id}@${same ? latest : String(year)}-${String(same ? Number(count) + 1 : 1)}`;
};
