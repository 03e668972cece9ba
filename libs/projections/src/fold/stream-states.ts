import {
  bodyDecider,
  calendarDecider,
  caseDecider,
  erasureDecider,
  mandateDecider,
  meetingDecider,
  organDecider,
  postsDecider,
  ruleSetDecider,
  type BodyState,
  type CalendarState,
  type CaseState,
  type ErasureState,
  type MandateState,
  type MeetingState,
  type OrganState,
  type PostsState,
  type RuleSetState,
} from '@duban/domain';
import type { DubanEvent } from '@duban/contracts';
import type { Recorded } from '@duban/kernel';
import { evolveImport, noImport, type ImportBatchState } from './import-batch.ts';

export type StatesByCategory = {
  readonly case: CaseState;
  readonly calendar: CalendarState;
  readonly ruleset: RuleSetState;
  readonly organ: OrganState;
  readonly body: BodyState;
  readonly meeting: MeetingState;
  readonly mandate: MandateState;
  readonly posts: PostsState;
  readonly erasure: ErasureState;
  readonly import: ImportBatchState;
  /** A kind of stream that no read model folds; its events are in the audit trail all the same. */
  readonly other: null;
};

export type StreamCategory = keyof StatesByCategory;

type Fold<State> = { readonly initialState: State; readonly evolve: (state: State, event: never) => State };

const folds: { readonly [Category in StreamCategory]: Fold<StatesByCategory[Category]> } = {
  case: caseDecider,
  calendar: calendarDecider,
  ruleset: ruleSetDecider,
  organ: organDecider,
  body: bodyDecider,
  meeting: meetingDecider,
  mandate: mandateDecider,
  posts: postsDecider,
  erasure: erasureDecider,
  import: { initialState: noImport, evolve: evolveImport },
  other: { initialState: null, evolve: (state) => state },
};

type AnyState = StatesByCategory[StreamCategory];

export const initialStateOf = (category: StreamCategory): AnyState => folds[category].initialState;

/** The registry of contracts says which events live in which kind of stream; here that is believed. */
export const evolveState = (
  category: StreamCategory,
  state: AnyState,
  event: Recorded<DubanEvent>,
): AnyState => {
  const { evolve } = folds[category] as Fold<AnyState>;
  return evolve(state, event as never);
};
