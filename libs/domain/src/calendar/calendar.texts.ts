import type { CalendarRejection } from './calendar-step.ts';
import type { CalendarEvent } from './calendar.register.ts';
import type { EventTexts } from '../texts/event-text.ts';
import { refusal, type RefusalTexts } from '../texts/refusal-text.ts';
import { text } from '../texts/text.ts';

/** Years of working days. */
export const calendarTexts: EventTexts<CalendarEvent> = {
  CalendarYearPublished: {
    label: text('发布年度日历', 'calendar year published'),
    zh: ({ region, calendarYear, version }, { on }) =>
      `${on}发布 ${region} ${calendarYear.year} 年工作日历（${version}），依据：${calendarYear.notice}`,
    en: ({ region, calendarYear, version }, { on }) =>
      `The ${region} calendar of ${calendarYear.year} was published on ${on} as ${version}; notice: ${calendarYear.notice}`,
  },
  CalendarYearCorrected: {
    label: text('更正年度日历', 'calendar year corrected'),
    zh: ({ region, calendarYear, version, reason }, { on }) =>
      `${on}更正 ${region} ${calendarYear.year} 年工作日历（${version}），理由：${reason}`,
    en: ({ region, calendarYear, version, reason }, { on }) =>
      `The ${region} calendar of ${calendarYear.year} was corrected on ${on} as ${version}: ${reason}`,
  },
};

/** Refusals about calendars. */
export const calendarRefusals: RefusalTexts<CalendarRejection> = {
  'calendar.other-region': refusal(
    ['年度日历属于另一地区', 'The year belongs to another region'],
    ['在该地区的日历中发布', 'Publish it in that region’s calendar'],
  ),
  'calendar.year-invalid': refusal(
    ['年度日历内容有误', 'The calendar year is faulty'],
    ['按提示改正', 'Mend what the details name'],
  ),
  'calendar.year-unknown': refusal(
    ['该年度尚未发布', 'That year is not published'],
    ['先发布再更正', 'Publish it before correcting it'],
  ),
  'calendar.year-known-differently': refusal(
    ['该年度已以不同内容发布', 'That year is already published with other days'],
    ['用更正，并写明理由', 'Correct it, with a reason'],
  ),
  'calendar.reason-missing': refusal(
    ['更正没有写明理由', 'The correction has no reason'],
    ['写明依据的通知', 'Name the notice it rests on'],
  ),
};
