import type { CommandOutcome } from '@duban/application';
import { errorEntry, type CommandAnswer } from '@duban/contracts';
import type { Rejected } from '@duban/kernel';
import { ProblemError, type FastifyReply, type ProblemDetails } from '@duban/nest';

type Done = Extract<CommandOutcome, { readonly outcome: 'accepted' | 'nothing-to-do' }>;

/** A refusal that says "there is no such thing" is a 404 like any other; all others are a 409 with their reason. */
const refusalOf = ({ rejected: reason, details }: Rejected, more: ProblemDetails): ProblemError => {
  const isAbsent = errorEntry(reason).status === errorEntry('not-found').status;
  return isAbsent
    ? new ProblemError('not-found', { reason, ...(details === undefined ? {} : { details }) })
    : new ProblemError('rejected', { reason, ...(details === undefined ? {} : { details }), ...more });
};

/**
 * @throws ProblemError for whatever is no success; `around` adds to a refusal what helps the asker on
 */
export const doneOr = async (
  outcome: CommandOutcome,
  around: () => Promise<ProblemDetails>,
): Promise<Done> => {
  switch (outcome.outcome) {
    case 'accepted':
    case 'nothing-to-do':
      return outcome;
    case 'rejected':
      throw refusalOf(outcome, await around());
    case 'revision-conflict':
      throw new ProblemError('revision-conflict', { currentRevision: outcome.currentRevision });
    case 'key-reused':
      throw new ProblemError('idempotency-key-reuse');
  }
};

/** Headers and body of a command that went through, or had nothing to do. */
export const answerDone = (done: Done, reply: FastifyReply, location?: string): CommandAnswer => {
  const { revision, position } = done;
  const isReplayed = done.outcome === 'accepted' && done.replayed;
  void reply.header('duban-position', position);
  if (revision !== null) void reply.header('etag', `"${String(revision)}"`);
  if (isReplayed) void reply.header('idempotent-replayed', 'true');
  const created = location !== undefined && done.outcome === 'accepted';
  if (created) void reply.header('location', location);
  void reply.code(created ? 201 : 200);
  return { revision, position, events: done.outcome === 'accepted' ? done.events : [] };
};
