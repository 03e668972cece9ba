import { isRejected } from '@duban/kernel';
import type { CaseEvent } from '../case.events.ts';
import type { Cycle, Fact, ItemState, OpenedCase } from '../case.state.ts';
import type { CommandContext } from '../command-context.ts';
import { allCycles } from '../item-access.ts';
import { pinnedRules } from '../pinned-rules.ts';
import type { EvaluationConcluded } from './conclude.step.ts';
import { inputsNamed } from './inputs.ts';
import { judgeInputs } from './judge.ts';
import type { RecomputedConclusion } from './recomputed-conclusion.ts';

type Conclusion = Fact<EvaluationConcluded['data']>;

/** What the inputs of a conclusion amount to as they stand now; null: they no longer allow any. */
const outcomeNow = (
  state: OpenedCase,
  item: ItemState,
  { data }: Conclusion,
  context: CommandContext,
): RecomputedConclusion['recomputed'] => {
  const rules = pinnedRules(item, context);
  if (isRejected(rules)) return null;
  const judgement = judgeInputs(state, item, inputsNamed(state, item, data.inputs), rules);
  return isRejected(judgement) ? null : judgement.outcome;
};

type Place = { readonly item: ItemState; readonly cycle: Cycle; readonly conclusion: Conclusion };

const restingOn = ({ items }: OpenedCase, eventId: string): readonly Place[] =>
  Object.values(items).flatMap((item) =>
    allCycles(item).flatMap((cycle) =>
      cycle.conclusions
        .filter(({ data }) => data.inputs.includes(eventId))
        .map((conclusion) => ({ item, cycle, conclusion })),
    ),
  );

const isStillEvaluated = ({ item, cycle }: Place): boolean =>
  item.stage === 'EVALUATING' && item.cycle?.n === cycle.n;

/**
 * What a correction does to the conclusions that rest on the corrected fact: each is computed anew. The same outcome is
 * confirmed; another one takes back the conclusion while the item is still evaluated, and later puts it in question.
 * `state` holds the fact as corrected.
 */
export const recomputedConclusions = (
  state: OpenedCase,
  correctedEventId: string,
  context: CommandContext,
): readonly CaseEvent[] =>
  restingOn(state, correctedEventId).map((place) => {
    const { item, cycle, conclusion } = place;
    const concluded = conclusion.data.outcome;
    const recomputed = outcomeNow(state, { ...item, cycle }, conclusion, context);
    const data = {
      ...{ itemId: item.itemId, cycle: cycle.n, conclusionEventId: conclusion.eventId },
      ...{ correctedEventId, concluded, recomputed },
    };
    if (concluded === recomputed) return { type: 'ConclusionConfirmed', data };
    return { type: isStillEvaluated(place) ? 'ConclusionVoided' : 'ConclusionContested', data };
  });
