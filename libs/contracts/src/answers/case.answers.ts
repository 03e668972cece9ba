import { actor, basis, laterMembers } from './case-parts.answers.ts';
import { caseState } from './case-state.answers.ts';
import {
  answer,
  anyObject,
  date,
  instant,
  list,
  optional,
  orNull,
  pageOf,
  position,
  text,
  whole,
  type Answer,
} from './parts.ts';
import { caseStatuses, forms } from './vocabularies.ts';

const caseHeader = answer('CaseHeader', {
  caseId: text(),
  caseNo: text(),
  title: text(),
  status: caseStatuses,
  form: forms,
  topic: text(),
  items: whole(),
  openItems: whole(),
  revision: whole(),
});

const restrictedCase = answer(
  'RestrictedCase',
  { caseId: text(), caseNo: text(), openedOn: date(), restrictedOn: date() },
  'That there is such a case, and no more',
);

export const casePage = answer('CasePage', {
  ...pageOf('CasePage', caseHeader).properties,
  restricted: optional(list(restrictedCase)),
});

export const caseView = answer('Case', {
  caseId: text(),
  revision: whole(),
  position: position(),
  recordedAt: instant(),
  occurredAt: instant(),
  state: caseState,
});

const eventView = answer('EventView', {
  id: text(),
  stream: text(),
  revision: whole(),
  position: position(),
  type: text(),
  schemaVersion: whole(),
  itemIds: list(text()),
  sentence: text('The event in the language of Accept-Language'),
  actor,
  onBehalfOf: orNull(text()),
  basis,
  ...laterMembers,
  occurredAt: instant('Legal time'),
  recordedAt: instant('Clock of the append'),
  recordedLateDays: whole('Calendar days between the two; a back-dated act is listable'),
  commandId: text(),
  correlationId: text(),
  causationId: text(),
  ruleSet: orNull(text()),
  calendar: orNull(text()),
  data: anyObject(
    'As stored, before any upcaster: the schema of `type` and `schemaVersion` is under /schemas; of what the asker may not see, less',
  ),
});

export const eventPage = pageOf('EventPage', eventView);

export type RestrictedCase = Answer<typeof restrictedCase>;
export type CaseHeader = Answer<typeof caseHeader>;
export type CasePage = Answer<typeof casePage>;
export type CaseView = Answer<typeof caseView>;
export type EventView = Answer<typeof eventView>;
