import {
  registerEvents,
  stepEvents,
  type RegisterEvent,
  type StepEvent,
  type Visibility,
} from '@duban/domain';
import type { DubanEventType } from './event-types.ts';

/** Events that come of a step. */
type OfSteps = StepEvent['type'] | RegisterEvent['type'];

type Others = Exclude<DubanEventType, OfSteps>;

const others: { readonly [Type in Others]: Visibility } = {
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

const ofSteps = Object.fromEntries(
  [...stepEvents, ...registerEvents].map(([type, { seenBy }]) => [type, seenBy]),
) as {
  readonly [Type in OfSteps]: Visibility;
};

/** Total: a new event is not shown to anybody until someone has chosen to whom. */
export const defaultVisibility: { readonly [Type in DubanEventType]: Visibility } = { ...ofSteps, ...others };
