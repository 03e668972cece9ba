import type { Witness } from '@duban/contracts';
import type { LogEntry } from '../fold/log-entry.ts';

export const witnessOf = ({ event }: LogEntry): Witness => ({
  id: event.id,
  revision: event.revision,
  type: event.type,
  occurredAt: event.occurredAt,
  recordedAt: event.recordedAt,
});
