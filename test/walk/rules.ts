import { audienceIn, takesPart } from '@duban/application';
import {
  type CaseCommand,
  caseDeciderOver,
  type CaseDecision,
  type CaseRejection,
  type CaseState,
  isRestricted,
  type StepRecords,
  stepRecords,
  TRANSCRIBERS,
} from '@duban/domain';
import { isRole, ORGAN_ROLES, type Actor } from '@duban/kernel';

/** What decides and folds in a walk: the table of steps, and who comes to a case at all. */
export type Rules = {
  readonly records: StepRecords;
  readonly decide: (command: CaseCommand, state: CaseState) => CaseDecision | 'forbidden';
  readonly evolve: ReturnType<typeof caseDeciderOver>['evolve'];
};

/** As the edge asks it: whose part may send the step, or enter it from a paper. */
const maySend = (records: StepRecords, { type, context: { actor, paper } }: CaseCommand): boolean => {
  const { who, onPaper } = records[type];
  const transcribes = paper !== undefined && onPaper === true && TRANSCRIBERS.includes(actor.role);
  return transcribes || (who as readonly string[]).includes(actor.role);
};

/** As the command handler asks it: a case that somebody may not open does not exist for them. */
const isShut = (actor: Actor, state: CaseState): boolean => {
  const { role, organ } = actor;
  if (state.status === 'unopened') return false;
  if ((ORGAN_ROLES as readonly string[]).includes(role) && !takesPart(state, organ)) return true;
  return isRestricted(state) && isRole(role) && audienceIn(state, actor) === null;
};

const UNKNOWN: { readonly rejected: CaseRejection } = { rejected: 'case.unknown' };

export const rulesOver = (records: StepRecords): Rules => {
  const { decide, evolve } = caseDeciderOver(records);
  return {
    records,
    evolve,
    decide: (command, state) => {
      if (!maySend(records, command)) return 'forbidden';
      return isShut(command.context.actor, state) ? UNKNOWN : decide(command, state);
    },
  };
};

export const lawful: Rules = rulesOver(stepRecords);
