import { isRejected, rejected } from '@duban/kernel';
import { DECIDED_BY_COUNCIL, DECIDED_FOR_COMMITTEE } from '../../authority/deciding-bodies.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, count, flag, id, listOf, orNull, someOf, whole } from '../../schema/parts.ts';
import { itemRef } from '../../schema/references.ts';
import type { OpenedCase } from '../case.state.ts';
import { evaluationRound, grade } from '../case.vocabulary.ts';
import type { CommandContext } from '../command-context.ts';
import { inNextCycle } from '../in-next-cycle.ts';
import { withCycle, withItem } from '../item-access.ts';
import { nextCycle } from '../next-cycle.ts';
import { factOf } from '../occurred.ts';
import { ownEntry } from '../own-entry.ts';
import { pinnedRules } from '../pinned-rules.ts';
import { neverHandled } from '../own-affair.ts';
import type { Step } from '../step.ts';
import { concludeOne } from './conclusion.ts';
import { inputsOf } from './inputs.ts';
import { judge } from './judge.ts';

const sent = closed({ itemIds: someOf(itemRef()) });

const evaluationConcluded = closed({
  itemId: itemRef(),
  cycle: whole(1),
  /** 1 or 2 for the two evaluations of a suggestion, else null. */
  round: orNull(evaluationRound()),
  /** Computed from the inputs, never typed. */
  outcome: grade(),
  ruleId: id(),
  inputs: listOf(id()),
  /** The working body's verification spared this item when the vote on the whole report failed (section 2.6). */
  sparedByVerification: flag(),
  /**
   * Dissatisfied conclusions of this item so far, this one included. In logs of the first releases 0 where this one is
   * not dissatisfied: a fold counts for itself.
   */
  failures: count(),
  /** Present when dissatisfied. */
  next: orNull(nextCycle()),
});

export type EvaluationConcluded = Stored<'EvaluationConcluded', typeof evaluationConcluded>;

/** A failed vote takes with it every other item it covered that is still being evaluated (section 2.6). */
const alsoFailed = (
  state: OpenedCase,
  itemIds: readonly string[],
  context: CommandContext,
): readonly string[] => {
  const covered = itemIds.flatMap((itemId) => {
    const item = ownEntry(state.items, itemId);
    return item === undefined ? [] : (inputsOf(state, item).vote?.data.coversItemIds ?? []);
  });
  return [...new Set(covered)].filter((itemId) => {
    const item = ownEntry(state.items, itemId);
    if (item?.stage !== 'EVALUATING' || itemIds.includes(itemId)) return false;
    const rules = pinnedRules(item, context);
    const judgement = isRejected(rules) ? rules : judge(state, item, rules);
    return (
      !isRejected(judgement) && judgement.outcome === 'dissatisfied' && judgement.ruleId === voteRule(rules)
    );
  });
};

const voteRule = (rules: ReturnType<typeof pinnedRules>): string | null =>
  isRejected(rules) ? null : rules.vote.id;

/** 评价结论: the outcome is computed; the Council or the working body only states that it stands now. */
export const conclude: Step<typeof sent, EvaluationConcluded> = {
  label: { zh: '作出评价结论', en: 'Conclude the evaluation' },
  source: { shanghai: [21] },
  data: sent,
  who: ['chairpersons-council', 'working-body'],
  decidedBy: DECIDED_BY_COUNCIL,
  byLeadCommittee: DECIDED_FOR_COMMITTEE,
  at: ['EVALUATING'],
  whose: neverHandled,
  decide: ({ itemIds }, state, context) => {
    if (itemIds.length === 0 || new Set(itemIds).size !== itemIds.length)
      return rejected('record.items-wrong', { itemIds });
    const events: EvaluationConcluded[] = [];
    for (const itemId of [...itemIds, ...alsoFailed(state, itemIds, context)]) {
      const data = concludeOne(state, itemId, context);
      if (isRejected(data)) return data;
      if (data !== null) events.push({ type: 'EvaluationConcluded', data });
    }
    return events;
  },
  events: {
    EvaluationConcluded: {
      data: evaluationConcluded,
      seenBy: 'public',
      published: true,
      fold: (state, event) => {
        const { itemId, next, outcome } = event.data;
        const fact = factOf(event);
        const concluded = withCycle(state, itemId, (cycle) => ({
          ...cycle,
          conclusions: [...cycle.conclusions, fact],
        }));
        return withItem(concluded, itemId, (item) => ({
          ...(next === null ? item : inNextCycle(item, next, fact.on)),
          failures: item.failures + (outcome === 'dissatisfied' ? 1 : 0),
        }));
      },
    },
  },
};
