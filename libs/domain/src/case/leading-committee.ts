import { successorChain } from '../organ/successor.ts';
import type { CaseState } from './case.state.ts';
import type { CommandContext } from './command-context.ts';
import { ownEntry } from './own-entry.ts';

type Acting = Pick<CommandContext, 'actor' | 'organs' | 'occurredOn'>;

/**
 * The committee that leads the case, where the actor's is another one; null where it leads itself, inherits from who led, or
 * nobody was ever named.
 */
export const otherLead = (state: CaseState, { actor, organs, occurredOn }: Acting): string | null => {
  const lead = state.status === 'unopened' ? null : state.opened.leadCommittee;
  if (lead === null || actor.role !== 'working-body') return null;
  const { organIds } = successorChain((id) => ownEntry(organs, id), lead, occurredOn);
  return organIds.includes(actor.organ) ? null : lead;
};
