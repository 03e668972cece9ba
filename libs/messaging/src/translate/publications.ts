import type { DubanEventType } from '@duban/contracts';
import { stepEvents, type StepEvent } from '@duban/domain';
import { TOPICS, type Topic } from './cloud-event.ts';

const published = TOPICS.case;
const surveyResult = TOPICS.survey;
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

  SurveyDesigned: 'private',
  SurveyWaveOpened: 'private',
  SurveyWaveClosed: surveyResult,

  CalendarYearPublished: 'private',
  CalendarYearCorrected: 'private',
  RuleSetPublished: 'private',
  OrganRegistered: 'private',
  OrganRenamed: 'private',
  OrganMerged: 'private',
  OrganDissolved: 'private',
} as const satisfies Readonly<Record<Exclude<DubanEventType, StepEvent['type']>, Topic | 'private'>>;

const ofSteps = Object.fromEntries(
  [...stepEvents].map(([type, record]) => [type, record.published ? published : 'private']),
) as Readonly<Record<StepEvent['type'], Topic | 'private'>>;

const publications: Readonly<Record<DubanEventType, Topic | 'private'>> = { ...ofSteps, ...others };

/** Sent by earlier releases: their messages lie in the topic for ever, and so they stay described. */
const SENT_ONCE: Partial<Readonly<Record<DubanEventType, Topic>>> = { CaseArchived: published };

/** The topic in which messages of this event may lie, sent today or by an earlier release; or `private`. */
export const describedTopicOf = (type: DubanEventType): Topic | 'private' =>
  SENT_ONCE[type] ?? publications[type];

/** The topic that an event goes out on, or `private`. */
export const publicationOf = (type: DubanEventType): Topic | 'private' => publications[type];
