import { stepEvents, type StepEvent, type Visibility } from '@duban/domain';
import type { DubanEventType } from './event-types.ts';

/** Events outside a case. */
type Others = Exclude<DubanEventType, StepEvent['type']>;

const others: { readonly [Type in Others]: Visibility } = {
  CalendarYearPublished: 'public',
  CalendarYearCorrected: 'public',
  RuleSetPublished: 'public',
  OrganRegistered: 'public',
  OrganRenamed: 'public',
  OrganMerged: 'public',
  OrganDissolved: 'public',
  SurveyDesigned: 'parties',
  SurveyWaveOpened: 'parties',
  SurveyWaveClosed: 'public',
  ImportStarted: 'auditors',
  ImportCompleted: 'auditors',
  ImportUndone: 'auditors',

  PersonalDataErased: 'auditors',

  CaseNumberReserved: 'auditors',

  LeaseTaken: 'auditors',
  LeaseReleased: 'auditors',

  RelayAdvanced: 'auditors',
  OutletPaused: 'auditors',
  OutletResumed: 'auditors',

  // Digests and signatures: they are made to be shown to everybody.
  CheckpointSealed: 'public',
  LogEpochBegan: 'public',
};

const ofSteps = Object.fromEntries([...stepEvents].map(([type, { seenBy }]) => [type, seenBy])) as {
  readonly [Type in StepEvent['type']]: Visibility;
};

/** Total: a new event is not shown to anybody until someone has chosen to whom. */
export const defaultVisibility: { readonly [Type in DubanEventType]: Visibility } = { ...ofSteps, ...others };
