import type { Rejected } from '@duban/kernel';
import type { CaseCommandData, CaseCommandType } from './case.commands.ts';
import type { CaseEvent, CaseEventType } from './case.events.ts';
import type { CaseRejection } from './case.rejections.ts';
import type { OpenedCase } from './case.state.ts';
import type { CommandContext } from './command-context.ts';
import type { Recorded } from '@duban/kernel';

export type CaseDecision = readonly CaseEvent[] | Rejected<CaseRejection>;

/** One decision on an opened case. Pure; an empty answer means "already so". */
export type Decide<Type extends CaseCommandType> = (
  data: CaseCommandData[Type],
  state: OpenedCase,
  context: CommandContext,
) => CaseDecision;

/** A behaviour file exports the decisions of some commands: the decider proves that together they are total. */
export type DecisionsOf<Types extends CaseCommandType> = { readonly [Type in Types]: Decide<Type> };

export type CaseEventOf<Type extends CaseEventType> = Extract<CaseEvent, { readonly type: Type }>;

/** Folds one recorded event into an opened case. Never refuses: what happened, happened. */
export type Evolve<Type extends CaseEventType> = (
  state: OpenedCase,
  event: Recorded<CaseEventOf<Type>>,
) => OpenedCase;

export type EvolutionsOf<Types extends CaseEventType> = { readonly [Type in Types]: Evolve<Type> };
