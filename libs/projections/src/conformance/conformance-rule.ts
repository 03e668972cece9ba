import type { Deviation } from '@duban/contracts';
import type { OpenedCase } from '@duban/domain';
import type { LogEntry } from '../fold/log-entry.ts';

/**
 * An act that the decider refuses and a log may hold nevertheless: written before the rule, or appended past the decider. Judged by
 * the case as it was just before, and by nothing that came later.
 */
export type ConformanceRule = Pick<Deviation, 'kind' | 'step' | 'label'> & {
  /** The items about which the event is against the rule; `itemIds` are those that it names. */
  readonly find: (entry: LogEntry, before: OpenedCase, itemIds: readonly string[]) => readonly string[];
};
