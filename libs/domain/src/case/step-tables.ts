import type { CaseEventType } from './case.events.ts';
import type { EventRecord, CaseEventRules, RulesOf } from './step.ts';
import type { AnyStep, StepEvent, StepName } from './step-types.ts';
import { steps } from './steps.ts';

const records: Readonly<Record<StepName, unknown>> = steps;

export type StepRecords = Readonly<Record<StepName, AnyStep>>;
type StepEvents = ReadonlyMap<CaseEventType, EventRecord<StepEvent>>;

/** The steps, each with what is true of every step. Whoever decides with one has picked it by the name of its command. */
export const stepRecords = records as StepRecords;

/** The step that an event comes of, by the event's name. */
export const stepByEvent: ReadonlyMap<string, AnyStep> = new Map(
  Object.values(stepRecords).flatMap((step) => Object.keys(step.events).map((type) => [type, step] as const)),
);

/** What is true of each event that comes of one of these steps, by its name. */
export const eventsOf = (of: StepRecords): StepEvents =>
  new Map(
    Object.values(of).flatMap(({ events }) => Object.entries(events)) as [
      CaseEventType,
      EventRecord<StepEvent>,
    ][],
  );

export const stepEvents: StepEvents = eventsOf(stepRecords);

/** What is true of an event, for the step that changes what others stated. */
export const rulesAmong =
  (events: StepEvents): RulesOf =>
  (type) =>
    events.get(type) as CaseEventRules | undefined;

export const rulesOf: RulesOf = rulesAmong(stepEvents);
