import type { Calendar, CalendarYear } from '../calendar.ts';
import { cn2018 } from './2018.ts';
import { cn2019 } from './2019.ts';
import { cn2020 } from './2020.ts';
import { cn2021 } from './2021.ts';
import { cn2022 } from './2022.ts';
import { cn2023 } from './2023.ts';
import { cn2024 } from './2024.ts';
import { cn2025 } from './2025.ts';
import { cn2026 } from './2026.ts';

/**
 * What the State Council's yearly notices say, each year naming its notice; dates as collected by
 * NateScarlet/holiday-cn (MIT License). A year with a later amending notice (2019, 2020) names both and holds the
 * result. 2027 is unknown until its notice is published as an event of `calendar-CN`.
 */
export const cnCalendarYears: readonly CalendarYear[] = [
  cn2018,
  cn2019,
  cn2020,
  cn2021,
  cn2022,
  cn2023,
  cn2024,
  cn2025,
  cn2026,
];

/** The built-in calendar: what `calendar-CN` holds after publishing `cnCalendarYears` in order. */
export const cnCalendar: Calendar = {
  id: 'CN',
  version: 'CN@2026-1',
  years: Object.fromEntries(cnCalendarYears.map((known) => [String(known.year), known])),
};
