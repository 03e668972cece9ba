import type { OrganState } from './organ.state.ts';

type OrganById = (organId: string) => OrganState | undefined;

export type SuccessorChain = {
  /** From the organ asked for to the last one found, each once. */
  readonly organIds: readonly string[];
  /**
   * `active`: the last one answers. `ended`: it left no successor. `unknown`: the last id is not registered.
   * `cycle`: streams contradict each other (one decider cannot see another's stream), for an operator to set right.
   */
  readonly endsIn: 'active' | 'ended' | 'unknown' | 'cycle';
};

/** Who answers on `date` for what was once `organId`'s, through mergers and dissolutions up to that day. */
export const successorChain = (organOf: OrganById, organId: string, date: string): SuccessorChain => {
  const organIds = [organId];
  for (let current = organId; ;) {
    const organ = organOf(current);
    if (organ === undefined || organ.status === 'unregistered') return { organIds, endsIn: 'unknown' };
    if (organ.end === null || date < organ.end.on) return { organIds, endsIn: 'active' };
    if (organ.end.successor === null) return { organIds, endsIn: 'ended' };
    current = organ.end.successor;
    if (organIds.includes(current)) return { organIds, endsIn: 'cycle' };
    organIds.push(current);
  }
};
