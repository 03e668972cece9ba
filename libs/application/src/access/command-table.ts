import {
  registerSteps,
  stepRecords,
  TRANSCRIBERS,
  type CaseCommandType,
  type RegisterCommand,
} from '@duban/domain';
import type { ActorRole as Sender } from '@duban/kernel';

/**
 * Who may send which command: the "who" column of domain.md section 2.3, as each step says it. Deny by default: a role that is
 * not named is refused. Whose organ it must be is the decider's affair.
 */
export const COMMAND_SENDERS = Object.fromEntries(
  Object.entries(stepRecords).map(([name, { who }]) => [name, who]),
) as Readonly<Record<CaseCommandType, readonly Sender[]>>;

export const maySend = (role: string, command: CaseCommandType): boolean =>
  (COMMAND_SENDERS[command] as readonly string[]).includes(role);

/** Whether this part may enter the command from a paper 代录; what is sent without one is refused where the body is known. */
export const mayTranscribe = (role: string, command: CaseCommandType): boolean =>
  stepRecords[command].onPaper === true && TRANSCRIBERS.includes(role);

/** The same of a command on a register: organs, calendars, rule sets and whatever else stands beside the cases. */
export const mayKeepRegister = (role: string, command: RegisterCommand['type']): boolean =>
  ((registerSteps.get(command)?.step.who ?? []) as readonly string[]).includes(role);
