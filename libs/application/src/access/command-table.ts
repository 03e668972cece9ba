import { stepRecords, type CaseCommandType, type StepName } from '@duban/domain';
import type { ActorRole as Sender } from '@duban/kernel';

/** Steps that have no record yet. */
const others: Readonly<Record<Exclude<CaseCommandType, StepName>, readonly Sender[]>> = {
  SendReply: ['organ-lead'],
  EvaluateReply: ['deputy'],
  FulfilCommitment: ['organ-lead', 'supervision-office'],
  RollOverCommitment: ['organ-lead', 'supervision-office'],
};

const ofSteps = Object.fromEntries(
  Object.entries(stepRecords).map(([name, { who }]) => [name, who]),
) as Readonly<Record<StepName, readonly Sender[]>>;

/**
 * Who may send which command: the "who" column of domain.md section 2.3. Deny by default: a command that is not here
 * does not compile, a role that is not named is refused. Whose organ it must be is the decider's affair.
 */
export const COMMAND_SENDERS: Readonly<Record<CaseCommandType, readonly Sender[]>> = {
  ...ofSteps,
  ...others,
};

export const maySend = (role: string, command: CaseCommandType): boolean =>
  (COMMAND_SENDERS[command] as readonly string[]).includes(role);
