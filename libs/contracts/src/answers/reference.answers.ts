import { Type } from '@sinclair/typebox';
import { organEnding, organStatus, ruleSet as ruleSetSchema } from '@duban/domain/schema';
import { answer, date, flag, list, listOf, mapOf, named, orNull, text, whole, type Answer } from './parts.ts';
import { toldSchema } from './told-event.ts';
import { bodyKinds, organKinds } from './vocabularies.ts';

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

const body = answer('Body', {
  status: Type.Literal('registered'),
  bodyId: text(),
  kind: bodyKinds,
  sizes: list(
    answer('BodySize', {
      from: date(),
      serving: whole('实有人数: members who hold their seats'),
      quota: whole('应有人数: seats'),
      keptBy: list(text(), 'Organs whose posts enter what it decided'),
    }),
    'Never empty, in order of their days',
  ),
  lastDay: orNull(date()),
});

const meeting = answer('Meeting', {
  status: Type.Literal('recorded'),
  meetingId: text(),
  body: text(),
  session: text('届次'),
  number: whole('会次'),
  heldOn: date(),
  present: whole(),
  serving: whole('Members of the body on that day, as its register said when the meeting was recorded'),
  bodyRevision: whole(),
});

const mandate = answer('Mandate', {
  status: Type.Literal('given'),
  mandateId: text(),
  body: text(),
  kind: bodyKinds,
  post: answer('MandatedPost', { role: text(), organ: text() }),
  steps: list(text(), 'Names of commands'),
  all: flag('Every case; else those that one of the two lists names'),
  cases: list(text()),
  topics: list(text()),
  from: date(),
  until: orNull(date(), 'Null: to the end of the term'),
  first: orNull(date(), 'As it was given, where it was ended earlier'),
});

export const bodies = listOf('Bodies', body);
export const meetings = listOf('Meetings', meeting);
export const mandates = listOf('Mandates', mandate);
export const calendars = listOf('Calendars', calendar);
export const ruleSets = listOf('RuleSets', ruleSet);
export const organs = listOf('Organs', organ);

export type Bodies = Answer<typeof bodies>;
export type Meetings = Answer<typeof meetings>;
export type Mandates = Answer<typeof mandates>;
export type Calendars = Answer<typeof calendars>;
export type RuleSets = Answer<typeof ruleSets>;
export type Organs = Answer<typeof organs>;
