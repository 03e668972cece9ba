import type { CommandEnvelope } from '@duban/application';
import { groundFaults, groundsSaid } from '@duban/contracts';
import type { Basis, Grounds, Message } from '@duban/kernel';
import { actorOf, ProblemError, type RequestFault } from '@duban/nest';
import { given } from './given.ts';
import type { CommandBodyDto } from './command-body.dto.ts';
import type { Sender } from './command-headers.ts';

/** A basis that names nothing is none. */
const basisIn = (said: CommandBodyDto['basis']): { readonly basis?: Basis } => {
  const basis = given(said ?? {});
  return Object.keys(basis).length === 0 ? {} : { basis };
};

/** What the body says of decision, mandate and paper, in the one shape that is stored. @throws ProblemError `validation-failed` */
const groundsIn = ({ decision, mandate, paper }: Omit<CommandBodyDto, 'data'>): Grounds => {
  const said = groundsSaid({ decision, mandate, paper });
  const errors = groundFaults(said);
  if (errors.length > 0) throw new ProblemError('validation-failed', { errors });
  return said;
};

/** What was sent, by whom, with which headers: everything the edge knows about a command. */
export const envelope = <Command extends Message>(
  command: Command,
  { principal, headers }: Sender,
  said: Omit<CommandBodyDto, 'data'>,
): CommandEnvelope<Command> => {
  const { occurredAt, basis, onBehalfOf } = said;
  return {
    ...command,
    ...headers,
    ...groundsIn(said),
    actor: actorOf(principal),
    ...(occurredAt === undefined ? {} : { occurredAt }),
    ...basisIn(basis),
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
  };
};

/** @throws ProblemError `validation-failed` with every fault, by its place in the body */
export const refuseFaults = (faults: readonly RequestFault[]): void => {
  if (faults.length === 0) return;
  const errors = faults.map((fault) => ({ ...fault, pointer: `/data${fault.pointer}` }));
  throw new ProblemError('validation-failed', { errors });
};
