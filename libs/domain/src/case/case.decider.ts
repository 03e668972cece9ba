import { isRejected, rejected, type Decider } from '@duban/kernel';
import type { CaseCommand } from './case.commands.ts';
import type { CaseDecision, DecisionsOf, Evolve, EvolutionsOf } from './case.decisions.ts';
import type { CaseEvent, CaseEventType } from './case.events.ts';
import type { CaseCommandType } from './case.commands.ts';
import type { CaseRejection } from './case.rejections.ts';
import { refuseStatedTime } from '../time/stated-time.ts';
import type { CaseState, OpenedCase } from './case.state.ts';
import { refuseForeignName } from './foreign-name.ts';
import { suggestionDecisions } from './decide/suggestion.ts';
import { unlessDigestsKnown } from './named-digests.ts';
import { suggestionEvolutions } from './evolve/suggestion.ts';
import { stepDecisions, stepEvents, stepEvolutions, stepRecords } from './step-tables.ts';
import type { AnyStep } from './step-types.ts';

const decisions: DecisionsOf<CaseCommandType> = {
  ...suggestionDecisions,
  ...stepDecisions,
};

const evolutions: EvolutionsOf<CaseEventType> = {
  ...suggestionEvolutions,
  ...stepEvolutions,
};

const stepOf = (type: CaseCommandType): AnyStep | undefined =>
  (stepRecords as Partial<Readonly<Record<CaseCommandType, AnyStep>>>)[type];

const decideOpened = (command: CaseCommand, state: OpenedCase): CaseDecision => {
  const decide = decisions[command.type] as (
    data: typeof command.data,
    state: OpenedCase,
    context: typeof command.context,
  ) => CaseDecision;
  return decide(command.data, state, command.context);
};

const decideUnmarked = (command: CaseCommand, state: CaseState): CaseDecision => {
  const { type, data, context } = command;
  const step = stepOf(type);
  const refusal =
    refuseStatedTime(context) ?? refuseForeignName(command, step) ?? step?.refuse?.(data, context) ?? null;
  if (refusal !== null) return refusal;
  if (state.status === 'unopened') return step?.open?.(data, context) ?? rejected('case.unknown');
  return decideOpened(command, state);
};

/** What is said of digests beside the facts is for this decision alone. */
const withoutMark = (
  sent: CaseCommand,
): { readonly command: CaseCommand; readonly heldOutside: readonly string[] } => {
  const { heldOutside = [], ...data } = sent.data as { readonly heldOutside?: readonly string[] };
  return { command: { ...sent, data } as CaseCommand, heldOutside };
};

/** The closed loop of one case (domain.md section 2): one source document, one legal addressee, its items inside. */
export const caseDecider: Decider<CaseState, CaseCommand, CaseEvent, CaseRejection> = {
  initialState: { status: 'unopened' },

  decide: (sent, state) => {
    const { command, heldOutside } = withoutMark(sent);
    const decision = decideUnmarked(command, state);
    if (isRejected(decision) || stepOf(command.type)?.origin === 'import') return decision;
    return unlessDigestsKnown(decision, state, heldOutside) ?? decision;
  },

  evolve: (state, event) => {
    if (state.status === 'unopened') return stepEvents.get(event.type)?.begin?.(event as never) ?? state;
    const evolve = evolutions[event.type] as Evolve<typeof event.type>;
    return evolve(state, event);
  },
};
