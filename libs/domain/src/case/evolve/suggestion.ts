import type { EvolutionsOf } from '../case.decisions.ts';
import type { Commitment } from '../case.state.ts';
import { withCycle, withItem } from '../item-access.ts';
import { factOf } from '../occurred.ts';

type SuggestionEventType = 'ReplySent' | 'ReplyEvaluated' | 'CommitmentFulfilled' | 'CommitmentRolledOver';

const changed = (
  commitments: readonly Commitment[],
  commitmentId: string,
  change: (commitment: Commitment) => Commitment,
): readonly Commitment[] =>
  commitments.map((commitment) => (commitment.id === commitmentId ? change(commitment) : commitment));

/** Deputies' suggestions: the reply takes the place of the handling report (domain.md section 3). */
export const suggestionEvolutions: EvolutionsOf<SuggestionEventType> = {
  ReplySent: (state, event) => {
    const promised = event.data.commitments.map((commitment) => ({
      ...commitment,
      fulfilledBy: null,
      evidence: [],
      rolledOver: 0,
      explanation: null,
    }));
    const replied = withCycle(state, event.data.itemId, (cycle) => ({
      ...cycle,
      replies: [...cycle.replies, factOf(event)],
      commitments: [...cycle.commitments, ...promised],
    }));
    return withItem(replied, event.data.itemId, (item) => ({ ...item, stage: 'EVALUATING' }));
  },

  ReplyEvaluated: (state, event) =>
    withCycle(state, event.data.itemId, (cycle) => ({
      ...cycle,
      replyEvaluations: [...cycle.replyEvaluations, factOf(event)],
    })),

  CommitmentFulfilled: (state, { id, data }) =>
    withCycle(state, data.itemId, (cycle) => ({
      ...cycle,
      commitments: changed(cycle.commitments, data.commitmentId, (commitment) => ({
        ...commitment,
        fulfilledBy: id,
        evidence: data.evidence,
      })),
    })),

  CommitmentRolledOver: (state, { data }) =>
    withCycle(state, data.itemId, (cycle) => ({
      ...cycle,
      commitments: changed(cycle.commitments, data.commitmentId, (commitment) => ({
        ...commitment,
        dueOn: data.newDueOn,
        rolledOver: commitment.rolledOver + 1,
        explanation: data.explanation,
      })),
    })),
};
