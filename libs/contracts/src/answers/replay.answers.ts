import { Type } from '@sinclair/typebox';
import { actor, basis, laterMembers } from './case-parts.answers.ts';
import {
  answer,
  anyValue,
  date,
  flag,
  instant,
  list,
  listOf,
  orNull,
  pageOf,
  text,
  whole,
  type Answer,
} from './parts.ts';
import {
  changedParts,
  deviationKinds,
  differenceKinds,
  factKinds,
  grades,
  lawfulModels,
  lawfulSteps,
  lightColors,
  registerChangeKinds,
  stages,
  watchedKinds,
  dispositions,
} from './vocabularies.ts';

const either = 'What stands at that place of the state, of whatever kind it is; null for nothing';

const difference = answer('StateDifference', {
  pointer: text('Names instead of places: `/items/i1/cycle/2/due/date`'),
  label: text(),
  kind: differenceKinds,
  before: anyValue(either),
  after: anyValue(either),
});

const fact = answer('HistoryFact', {
  revision: whole(),
  id: text(),
  type: text(),
  schemaVersion: whole(),
  label: text(),
  sentence: text(),
  kind: factKinds,
  itemIds: list(text()),
  actor,
  onBehalfOf: orNull(text()),
  ...laterMembers,
  occurredAt: instant(),
  recordedAt: instant(),
  lateDays: whole('Calendar days between what happened and its recording'),
  corrects: orNull(whole('A correction’s target, by revision')),
  correctedBy: list(whole()),
});

const timer = answer('StartedTimer', {
  field: text('Field of the event: `due`, `planDue`, `coOpinionDue`, `returnUntil`, `lookBackDue` and so on'),
  itemId: orNull(text()),
  date: date(),
  provisional: flag(),
  calendar: text(),
  notedBy: list(whole(), 'Revisions at which the clock noted this date, or a new calendar moved it'),
});

const restsOn = orNull(
  answer('ConclusionGround', {
    ruleId: text('The rule that made the outcome of them'),
    outcome: grades,
    inputs: list(
      answer('ConclusionInput', {
        id: text('Event of an instrument: a vote, a survey, an inspection, an appraisal, a deputy’s answer'),
        revision: orNull(whole('Null where this case has no such event')),
        type: orNull(text()),
      }),
    ),
  }),
  'What a conclusion was computed of; null for every other event',
);

const reason = Type.Union([
  answer('ReasonEvent', { kind: Type.Literal('event'), id: text(), revision: whole() }),
  answer('ReasonClock', { kind: Type.Literal('clock') }),
  answer('ReasonPerson', { kind: Type.Literal('person') }),
  answer('ReasonElsewhere', { kind: Type.Literal('elsewhere'), id: text() }),
]);

const chainLink = answer(
  'ChainLink',
  {
    commandId: text(),
    correlationId: text(),
    actor,
    onBehalfOf: orNull(text()),
    basis,
    ...laterMembers,
    ruleSet: orNull(text()),
    calendar: orNull(text()),
    because: reason,
    events: list(
      answer('ChainedEvent', { id: text(), revision: whole(), type: text(), timers: list(timer), restsOn }),
    ),
    ledTo: list(text(), 'Commands that its events, or the command itself, led to'),
  },
  'One command with everything it wrote to the case',
);

const deviationFields = {
  itemId: text(),
  cycle: whole(),
  kind: deviationKinds,
  step: lawfulSteps,
  label: answer('TwoLanguages', { zh: text(), en: text() }),
  before: orNull(
    lawfulSteps,
    'The step that came although, or before, this one was due; null where none did',
  ),
  shownBy: list(
    answer('Witness', {
      id: text(),
      revision: whole(),
      type: text(),
      occurredAt: instant(),
      recordedAt: instant(),
    }),
  ),
};

const deviation = answer('Deviation', deviationFields);

export const conformance = answer('Conformance', {
  caseId: text(),
  caseNo: text(),
  model: lawfulModels,
  items: list(
    answer('ItemConformance', {
      itemId: text(),
      title: text(),
      imported: flag('Its life before is a register’s word: nothing is asked of it'),
      cycle: whole(),
      taken: list(lawfulSteps, 'Steps taken in the present round, in lawful order'),
      deviations: list(deviation),
    }),
  ),
});

const listedDeviation = answer('ListedDeviation', {
  caseId: text(),
  caseNo: text(),
  title: text(),
  ...deviationFields,
});

const standing = answer(
  'Standing',
  {
    stage: stages,
    open: flag(),
    cycle: whole(),
    leads: list(text()),
    due: orNull(date()),
    light: lightColors,
    lightRule: text(),
    workingDaysLeft: orNull(whole()),
    disposition: orNull(dispositions),
  },
  'Where an item stood at the end of a day',
);

const registerChange = answer('RegisterChange', {
  caseId: text(),
  caseNo: text(),
  itemId: text(),
  itemNo: text(),
  title: text(),
  imported: flag(),
  kind: registerChangeKinds,
  parts: list(changedParts),
  before: orNull(standing),
  after: orNull(standing),
});

const redSpan = answer('RedSpan', { from: date(), to: date(), days: whole(), dueDate: date() });

const triedDate = answer('TriedDate', {
  caseId: text(),
  caseNo: text(),
  itemId: text(),
  title: text(),
  cycle: whole(),
  which: watchedKinds,
  assignmentId: orNull(text()),
  underDraft: orNull(redSpan),
  underOwn: orNull(redSpan),
});

export const differences = listOf('StateDifferences', difference);
export const historyPage = pageOf('HistoryPage', fact);
export const whyChain = listOf('WhyChain', chainLink);
export const deviationPage = pageOf('DeviationPage', listedDeviation);
export const registerChanges = answer('RegisterChanges', {
  from: date(),
  to: date(),
  items: list(registerChange),
});
export const ruleTrial = answer('RuleTrial', {
  items: list(triedDate),
  cases: whole('How many were lived through again'),
  next: orNull(text('The same question with this cursor goes on with the cases that follow')),
});

export type DifferenceKind = StateDifference['kind'];
export type FactKind = ToldFact['kind'];
export type ChainedEvent = ChainLink['events'][number];
export type Reason = ChainLink['because'];
export type Witness = Deviation['shownBy'][number];
export type DeviationKind = Deviation['kind'];
export type RegisterChangeKind = RegisterChange['kind'];
export type ChangedPart = RegisterChange['parts'][number];
export type RedSpan = NonNullable<TriedDate['underDraft']>;
export type StateDifference = Answer<typeof difference>;
export type ToldFact = Answer<typeof fact>;
export type StartedTimer = Answer<typeof timer>;
export type ChainLink = Answer<typeof chainLink>;
export type Deviation = Answer<typeof deviation>;
export type CaseConformance = Answer<typeof conformance>;
export type ListedDeviation = Answer<typeof listedDeviation>;
export type Standing = Answer<typeof standing>;
export type RegisterChange = Answer<typeof registerChange>;
export type RegisterChanges = Answer<typeof registerChanges>;
export type TriedDate = Answer<typeof triedDate>;
export type RuleTrial = Answer<typeof ruleTrial>;
