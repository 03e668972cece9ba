import type { TimeAxis } from '@duban/kernel';
import { cnCalendar, cqDefault1, dayEnd, type Grounds } from '@duban/projections';
import { ruleSetOn } from '@duban/domain';
import type { ReadStore } from '@duban/read-store';
import type { Config } from '@duban/config';

/** The rules in force on a day, and the calendar: as known by that day, or as known now for what had happened. */
export const groundsOn =
  (read: ReadStore, { ruleSetId, region }: Pick<Config, 'ruleSetId' | 'region'>, by: TimeAxis) =>
  (date: string): Grounds => {
    const known = by === 'recorded' ? { asOf: dayEnd(date), by } : {};
    const chosen = read.reference('ruleset', known).find(({ id }) => id === ruleSetId);
    const calendar = read.reference('calendar', known).find(({ id }) => id === region);
    const rules = chosen === undefined ? undefined : ruleSetOn(chosen, date);
    return { rules: rules ?? cqDefault1, calendar: calendar ?? cnCalendar };
  };
