import { changedSince, dueWindows, type DueWindow, ownEntry } from '@duban/domain';
import type { ReferenceData } from '../reference/reference-data.ts';
import type { ClockIndex, ClockPage, RungGroup } from './clock-index.port.ts';

function* pages(read: (cursor: string | null) => ClockPage): Generator<string> {
  for (let cursor: string | null = null; ;) {
    const page = read(cursor);
    yield* page.caseIds;
    if (page.next === null) return;
    cursor = page.next;
  }
}

const FIRST_DAY = '0001-01-01';

/** Cases with a date that was counted by an earlier calendar, and through days of which the present one says something else. */
export function* casesToRecount(
  index: ClockIndex,
  { calendar, calendarAt }: ReferenceData,
): Generator<string> {
  for (const version of index.calendars()) {
    if (version === calendar.version) continue;
    const earlier = calendarAt(version);
    const since = earlier === null ? FIRST_DAY : changedSince(earlier, calendar);
    if (since !== null) yield* pages((cursor) => index.countedCases(version, since, cursor));
  }
}

/** Rules that the log does not have refuse the case, which is to be seen, not skipped. */
const windowsOf = (
  { ruleSet, noted }: RungGroup,
  { ruleSets, ruleSetOn }: ReferenceData,
  today: string,
): readonly DueWindow[] => {
  const name = ruleSet ?? ruleSetOn(today) ?? '';
  const rules = ownEntry(ruleSets, name);
  return rules === undefined
    ? [{ from: null, to: today }]
    : dueWindows(rules, { today, alreadyRaised: noted });
};

/** Cases of which the ladder has something to say today that is not noted yet. */
export function* casesDue(index: ClockIndex, reference: ReferenceData, today: string): Generator<string> {
  for (const group of index.groups())
    for (const range of windowsOf(group, reference, today))
      yield* pages((cursor) => index.dueCases(group, range, cursor));
}
