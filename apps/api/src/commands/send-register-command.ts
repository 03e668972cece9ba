import type { CommandBus } from '@nestjs/cqrs';
import type { CommandOutcome } from '@duban/application';
import {
  registerCommandNames,
  registerFaults,
  registerSaid,
  type CommandAnswer,
  type RegisterCommandType,
} from '@duban/contracts';
import { registerSteps, type RegisterCommand, type RegisterKind } from '@duban/domain';
import { ProblemError, type FastifyReply } from '@duban/nest';
import type { Office } from '../office/office.ts';
import { answerDone, doneOr } from './command-answer.ts';
import type { CommandBodyDto } from './command-body.dto.ts';
import type { Sender } from './command-headers.ts';
import { envelope, refuseFaults } from './envelope.ts';
import { SendCommand } from './send-command.ts';

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

const keeperOf = (type: RegisterCommandType): RegisterKind => {
  const found = registerSteps.get(type);
  if (found === undefined) throw new ProblemError('not-found');
  return found.kind;
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
  const kind = keeperOf(type);
  // Just held against the schema of this command.
  const command = { type, data: { ...address, ...said } } as RegisterCommand;
  const send = ({ references }: Office): Promise<CommandOutcome> => {
    const keep = references[kind] as (sent: object) => Promise<CommandOutcome>;
    return keep(envelope(command, sender, body));
  };
  const outcome = await bus.execute(new SendCommand(type, send));
  return answerDone(await doneOr(outcome, async () => ({})), reply);
};
