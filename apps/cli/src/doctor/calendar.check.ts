import { words } from '../texts/words.ts';
import { fine, finding, type Finding } from './finding.ts';

/** The State Council publishes a year's holidays in the autumn before. */
const NOTICE_MONTH = 11;

const publish = (region: string, year: number) =>
  words(
    `国务院公布 ${year} 年节假日后,由督办机构发布:POST /v1/calendars/${region}/years(格式见 /docs);到期日会自动重算`,
    `once the notice for ${year} is out, the supervision office publishes it: POST /v1/calendars/${region}/years (see /docs); due dates are then recomputed`,
  );

/** Working days of a year that is not loaded are only provisional. `today` is an ISO date in Asia/Shanghai. */
export const checkCalendar = (region: string, years: readonly number[], today: string): Finding => {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const loaded = [...years].sort((a, b) => a - b);
  const span = loaded.length === 0 ? '–' : `${loaded[0] ?? ''}–${loaded.at(-1) ?? ''}`;
  const found = words(`${region}:${span}`, `${region}: ${span}`);
  if (!years.includes(year)) return finding('calendar', 'fail', found, publish(region, year));
  return month >= NOTICE_MONTH && !years.includes(year + 1)
    ? finding('calendar', 'warn', found, publish(region, year + 1))
    : fine('calendar', found);
};
