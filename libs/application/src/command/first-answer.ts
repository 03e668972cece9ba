import type { EventReader } from '@duban/event-store';
import { commandDigest } from './command-digest.ts';
import type { CommandEnvelope } from './command-envelope.ts';
import type { CommandOutcome } from './command-outcome.ts';

/** The answer this command id got the first time, or null when it has written nothing to this stream. */
export const firstAnswer = async (
  reader: EventReader,
  stream: string,
  sent: CommandEnvelope,
): Promise<Exclude<CommandOutcome<never>, { readonly outcome: 'rejected' }> | null> => {
  const written = await reader.findCommand(stream, sent.commandId);
  const last = written.at(-1);
  if (last === undefined) return null;
  if (last.metadata.commandDigest !== commandDigest(stream, sent)) return { outcome: 'key-reused' };
  return {
    outcome: 'accepted',
    revision: last.revision,
    position: last.position,
    events: written.map(({ type, id }) => ({ type, id })),
    replayed: true,
  };
};
