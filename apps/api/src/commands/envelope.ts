import type { CommandEnvelope } from '@duban/application';
import type { Basis, Message } from '@duban/kernel';
import { actorOf, ProblemError, type RequestFault } from '@duban/nest';
import { given } from '../given.ts';
import type { CommandBodyDto } from './command-body.dto.ts';
import type { Sender } from './command-headers.ts';

/** A basis that names nothing is none. */
const basisIn = (said: CommandBodyDto['basis']): { readonly basis?: Basis } => {
  const basis = given(said ?? {});
  return Object.keys(basis).length === 0 ? {} : { basis };
};

/** What was sent, by whom, with which headers: everything the edge knows about a command. */
export const envelope = <Command extends Message>(
  command: Command,
  { principal, headers }: Sender,
  { occurredAt, basis, onBehalfOf }: Omit<CommandBodyDto, 'data'>,
): CommandEnvelope<Command> => ({
  ...command,
  ...headers,
  actor: actorOf(principal),
  ...(occurredAt === undefined ? {} : { occurredAt }),
  ...basisIn(basis),
  ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
});

/** @throws ProblemError `validation-failed` with every fault, by its place in the body */
export const refuseFaults = (faults: readonly RequestFault[]): void => {
  if (faults.length === 0) return;
  const errors = faults.map((fault) => ({ ...fault, pointer: `/data${fault.pointer}` }));
  throw new ProblemError('validation-failed', { errors });
};
