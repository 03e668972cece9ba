import { Type } from '@sinclair/typebox';
import { organEnding, organStatus, ruleSet as ruleSetSchema } from '@duban/domain/schema';
import { answer, date, list, listOf, mapOf, named, orNull, text, whole, type Answer } from './parts.ts';
import { toldSchema } from './told-event.ts';
import { organKinds } from './vocabularies.ts';

const calendarYear = answer('CalendarYear', {
  year: whole(),
  restDays: mapOf(text(), 'Holidays by date'),
  workDays: mapOf(text(), 'Weekend days that are worked, by date'),
  notice: text('Of the State Council'),
});

const calendar = answer('Calendar', {
  id: text(),
  version: text('`CN@2026-1`'),
  years: mapOf(calendarYear, 'By year'),
});

const ruleSet = answer('PublishedRuleSet', {
  status: Type.Literal('published'),
  id: text(),
  versions: list(
    answer('RuleSetVersion', {
      rules: toldSchema(ruleSetSchema()),
      effectiveFrom: date(),
    }),
  ),
});

const organ = answer('Organ', {
  status: named('OrganStatus', organStatus()),
  organId: text(),
  kind: organKinds,
  names: list(answer('OrganName', { name: text(), from: date() }), 'Never empty, in order of their dates'),
  end: orNull(
    answer('OrganEnd', {
      how: named('OrganEnding', organEnding()),
      on: date(),
      successor: orNull(text()),
    }),
  ),
});

export const calendars = listOf('Calendars', calendar);
export const ruleSets = listOf('RuleSets', ruleSet);
export const organs = listOf('Organs', organ);

export type Calendars = Answer<typeof calendars>;
export type RuleSets = Answer<typeof ruleSets>;
export type Organs = Answer<typeof organs>;
