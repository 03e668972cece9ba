import { calendarDecider, caseDecider, organDecider, ruleSetDecider } from '@duban/domain';
import type { DubanEvent } from '@duban/contracts';
import type { Recorded } from '@duban/kernel';
import { evolveImport, noImport } from './import-batch.ts';
import type { StatesByCategory, StreamCategory } from './stream-document.ts';

type Fold<State> = { readonly initialState: State; readonly evolve: (state: State, event: never) => State };

const folds: { readonly [Category in StreamCategory]: Fold<StatesByCategory[Category]> } = {
  case: caseDecider,
  calendar: calendarDecider,
  ruleset: ruleSetDecider,
  organ: organDecider,
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
