import type { ChainedEvent } from '@duban/contracts';
import type { LogEntry } from '../fold/log-entry.ts';

/** What a conclusion was computed of: its rule, its outcome and the events of the instruments; null for every other event. */
export const conclusionGround = (
  { event }: LogEntry,
  byId: ReadonlyMap<string, LogEntry>,
): ChainedEvent['restsOn'] => {
  if (event.type !== 'EvaluationConcluded') return null;
  const { ruleId, outcome, inputs } = event.data;
  return {
    ruleId,
    outcome,
    inputs: inputs.map((id) => {
      const input = byId.get(id)?.event;
      return { id, revision: input?.revision ?? null, type: input?.type ?? null };
    }),
  };
};
