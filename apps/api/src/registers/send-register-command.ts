import type { CommandBus } from '@nestjs/cqrs';
import {
  registerCommandNames,
  registerFaults,
  registerSaid,
  type CommandAnswer,
  type RegisterCommandType,
} from '@duban/contracts';
import type { RegisterCommand, RegisterKind } from '@duban/domain';
import { ProblemError, type FastifyReply } from '@duban/nest';
import { answerDone, doneOr } from '../http/command-answer.ts';
import type { CommandBodyDto } from '../http/command-body.dto.ts';
import type { Sender } from '../http/command-headers.ts';
import { envelope, refuseFaults } from '../http/envelope.ts';
import { KeepRegister } from './keep-register.command.ts';

export type RegisterRequest = {
  readonly type: RegisterCommandType;
  /** What the address says of the data. */
  readonly address: object;
  readonly body: CommandBodyDto;
  readonly sender: Sender;
};

/** @throws ProblemError `not-found` for a name that no command of this register has */
export const commandIn = (kind: RegisterKind, name: string): RegisterCommandType => {
  const type = registerCommandNames(kind).get(name);
  if (type === undefined) throw new ProblemError('not-found');
  return type;
};

/**
 * A command on an entry of a register, from what was sent to what is answered.
 * @throws ProblemError for data that does not fit, and for whatever is no success
 */
export const sendRegisterCommand = async (
  bus: CommandBus,
  { type, address, body, sender }: RegisterRequest,
  reply: FastifyReply,
): Promise<CommandAnswer> => {
  const said = registerSaid(type, body.data);
  refuseFaults(registerFaults(type, said));
  // Just held against the schema of this command.
  const command = { type, data: { ...address, ...said } } as RegisterCommand;
  const outcome = await bus.execute(new KeepRegister(envelope(command, sender, body)));
  return answerDone(await doneOr(outcome, async () => ({})), reply);
};
