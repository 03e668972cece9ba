import { isRejected, rejected, type Decider, type Recorded } from '@duban/kernel';
import type { CaseCommand } from './case.commands.ts';
import type { CaseDecision, DecisionsOf, Evolve, EvolutionsOf } from './case.decisions.ts';
import type { CaseEvent, CaseEventType } from './case.events.ts';
import type { CaseCommandType } from './case.commands.ts';
import type { CaseRejection } from './case.rejections.ts';
import { refuseStatedTime } from '../time/stated-time.ts';
import type { CaseState, OpenedCase } from './case.state.ts';
import { assignmentDecisions } from './decide/assignment.ts';
import { caseLifeDecisions, decideOpening } from './decide/case-life.ts';
import { refuseForeignName } from './foreign-name.ts';
import { evaluationDecisions } from './decide/evaluation.ts';
import { closingDecisions } from './decide/closing.ts';
import { decideFirstImport, importDecisions, refuseLooseImport } from './decide/import.ts';
import { suggestionDecisions } from './decide/suggestion.ts';
import { assignmentEvolutions } from './evolve/assignment.ts';
import { unlessDigestsKnown } from './named-digests.ts';
import { caseLifeEvolutions, openCase } from './evolve/case-life.ts';
import { evaluationEvolutions } from './evolve/evaluation.ts';
import { importEvolutions } from './evolve/import.ts';
import { stepDecisions, stepEvolutions } from './step-tables.ts';

const decisions: DecisionsOf<Exclude<CaseCommandType, 'OpenCase'>> = {
  ...caseLifeDecisions,
  ...assignmentDecisions,
  ...evaluationDecisions,
  ...closingDecisions,
  ...suggestionDecisions,
  ...importDecisions,
  ...stepDecisions,
};

const evolutions: EvolutionsOf<Exclude<CaseEventType, 'CaseOpened'>> = {
  ...caseLifeEvolutions,
  ...assignmentEvolutions,
  ...evaluationEvolutions,
  ...importEvolutions,
  ...stepEvolutions,
};

const decideOpened = (
  command: Exclude<CaseCommand, { type: 'OpenCase' }>,
  state: OpenedCase,
): CaseDecision => {
  const decide = decisions[command.type] as (
    data: typeof command.data,
    state: OpenedCase,
    context: typeof command.context,
  ) => CaseDecision;
  return decide(command.data, state, command.context);
};

const decideUnmarked = (command: CaseCommand, state: CaseState): CaseDecision => {
  const refusal =
    refuseStatedTime(command.context) ?? refuseForeignName(command) ?? refuseLooseImport(command);
  if (refusal !== null) return refusal;
  if (command.type === 'OpenCase') return decideOpening(command.data, state, command.context);
  if (state.status === 'unopened') {
    return command.type === 'ImportItem'
      ? decideFirstImport(command.data, command.context)
      : rejected('case.unknown');
  }
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
    if (isRejected(decision) || command.type === 'ImportItem') return decision;
    return unlessDigestsKnown(decision, state, heldOutside) ?? decision;
  },

  evolve: (state, event) => {
    if (event.type === 'CaseOpened') return state.status === 'unopened' ? openCase(event) : state;
    if (state.status === 'unopened') return state;
    const evolve = evolutions[event.type] as Evolve<typeof event.type>;
    return evolve(state, event as Recorded<CaseEvent> as never);
  },
};
