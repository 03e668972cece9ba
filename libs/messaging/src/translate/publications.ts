import type { DubanEventType } from '@duban/contracts';
import {
  registerSteps,
  stepEvents,
  type RegisterEvent,
  type RegisterKind,
  type StepEvent,
} from '@duban/domain';
import { TOPICS, type Topic } from './cloud-event.ts';

const published = TOPICS.case;
const checkpoint = TOPICS.checkpoints;

/**
 * What the world outside is told of every event. Total: a new event does not compile until somebody chose. `private`
 * are the office's own papers (请示报告, the archive's number), how registers were read, whose data was erased, and reference data, which has an
 * address of its own. What comes of a step says so in its record.
 */
const others = {
  ImportStarted: 'private',
  ImportCompleted: 'private',
  ImportUndone: 'private',
  CaseNumberReserved: 'private',
  PersonalDataErased: 'private',
  LeaseTaken: 'private',
  LeaseReleased: 'private',
  RelayAdvanced: 'private',
  OutletPaused: 'private',
  OutletResumed: 'private',
  CheckpointSealed: checkpoint,
  LogEpochBegan: checkpoint,
} as const satisfies Readonly<
  Record<Exclude<DubanEventType, StepEvent['type'] | RegisterEvent['type']>, Topic | 'private'>
>;

const ofSteps = Object.fromEntries(
  [...stepEvents].map(([type, record]) => [type, record.published ? published : 'private']),
) as Readonly<Record<StepEvent['type'], Topic | 'private'>>;

/** Where a register tells what it publishes; the others publish nothing. */
const REGISTER_TOPICS: Partial<Readonly<Record<RegisterKind, Topic>>> = { survey: TOPICS.survey };

const ofRegisters = Object.fromEntries(
  [...registerSteps.values()].flatMap(({ kind, step }) =>
    Object.entries(step.events).map(([type, record]) => [
      type,
      (record.published ? REGISTER_TOPICS[kind] : undefined) ?? 'private',
    ]),
  ),
) as Readonly<Record<RegisterEvent['type'], Topic | 'private'>>;

const publications: Readonly<Record<DubanEventType, Topic | 'private'>> = {
  ...ofSteps,
  ...ofRegisters,
  ...others,
};

/** Sent by earlier releases: their messages lie in the topic for ever, and so they stay described. */
const SENT_ONCE: Partial<Readonly<Record<DubanEventType, Topic>>> = { CaseArchived: published };

/** The topic in which messages of this event may lie, sent today or by an earlier release; or `private`. */
export const describedTopicOf = (type: DubanEventType): Topic | 'private' =>
  SENT_ONCE[type] ?? publications[type];

/** The topic that an event goes out on, or `private`. */
export const publicationOf = (type: DubanEventType): Topic | 'private' => publications[type];
