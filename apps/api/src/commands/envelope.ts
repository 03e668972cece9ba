import type { CommandEnvelope } from '@duban/application';
import type { Message } from '@duban/kernel';
import { actorOf, ProblemError, type RequestFault } from '@duban/nest';
import { given } from '../given.ts';
import type { CommandBodyDto } from './command-body.dto.ts';
import type { Sender } from './command-headers.ts';

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
  ...(basis === undefined ? {} : { basis: given(basis) }),
  ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
});

/** @throws ProblemError `validation-failed` with every fault, by its place in the body */
export const refuseFaults = (faults: readonly RequestFault[]): void => {
  if (faults.length === 0) return;
  const errors = faults.map((fault) => ({ ...fault, pointer: `/data${fault.pointer}` }));
  throw new ProblemError('validation-failed', { errors });
};
