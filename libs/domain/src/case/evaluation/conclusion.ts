import { isRejected, rejected, type Rejected } from '@duban/kernel';
import { dueDate } from '../../calendar/due-date.ts';
import { sameFacts } from '../../equality/same-facts.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { ItemState, OpenedCase } from '../case.state.ts';
import type { CommandContext } from '../command-context.ts';
import { isUntouched } from '../fresh-cycle.ts';
import { isSuggestion, openRound } from '../suggestion/rounds.ts';
import { handled } from '../handlers.ts';
import { itemAt } from '../item-access.ts';
import { ownEntry } from '../own-entry.ts';
import { pinnedRules, rehandlingPeriod } from '../pinned-rules.ts';
import { silentLeads } from '../separate-handling.ts';
import type { EvaluationConcluded } from './conclude.step.ts';
import { inputsOf } from './inputs.ts';
import { judge, type Judgement } from './judge.ts';

type Conclusion = EvaluationConcluded['data'];

const roundOf = (state: OpenedCase, item: ItemState): 1 | 2 | null =>
  isSuggestion(state) ? openRound(item) : null;

/** Dissatisfied: the same organs handle it again, in a cycle of its own with a date of its own (section 2.6; S3 art. 21). */
const conclusionOf = (
  state: OpenedCase,
  item: ItemState,
  judgement: Judgement,
  context: CommandContext,
): Conclusion | Rejected<CaseRejection> => {
  const rules = pinnedRules(item, context);
  if (isRejected(rules)) return rules;
  const failed = judgement.outcome === 'dissatisfied';
  const cycle = item.cycle?.n ?? 1;
  const period = rehandlingPeriod(state, rules);
  const due = dueDate({ start: context.occurredOn, period, calendar: context.calendar });
  return {
    itemId: item.itemId,
    cycle,
    round: roundOf(state, item),
    ...judgement,
    failures: item.failures + (failed ? 1 : 0),
    next: failed ? { cycle: cycle + 1, cause: 'dissatisfied', due } : null,
  };
};

/** Besides the count of failures, which conclusions of earlier releases left at 0 when they were good ones. */
const stated = ({ failures: _failures, ...conclusion }: Conclusion): object => conclusion;

const stands = (item: ItemState, conclusion: Conclusion): boolean =>
  (item.cycle?.conclusions ?? []).some(({ data }) => sameFacts(stated(data), stated(conclusion)));

/** Concludes one item; null where exactly this conclusion stands already. */
export const concludeOne = (
  state: OpenedCase,
  itemId: string,
  context: CommandContext,
): Conclusion | Rejected<CaseRejection> | null => {
  const item = itemAt(state, itemId, ['EVALUATING']);
  if (isRejected(item)) {
    const failed = ownEntry(state.items, itemId);
    return failed !== undefined && isUntouched(failed, 'dissatisfied') ? null : item;
  }
  const organ = context.actor.organ;
  if (handled(state, item, organ)) return rejected('evaluation.by-handler', { itemId, organ });
  const rules = pinnedRules(item, context);
  if (isRejected(rules)) return rules;
  const judgement = judge(state, item, rules);
  if (concludedBefore(state, item) && !saysMore(item, judgement)) return null;
  if (isRejected(judgement)) return judgement;
  // What was accepted for evaluation elsewhere was answered, or not asked, by then.
  const silent = isSuggestion(state) ? silentLeads(state, item) : [];
  if (silent.length > 0) return rejected('conclusion.leads-silent', { itemId, organs: silent });
  const conclusion = conclusionOf(state, item, judgement, context);
  return isRejected(conclusion) || !stands(item, conclusion) ? conclusion : null;
};

/** The first evaluation is concluded and nobody has answered in the second one yet: it says nothing new. */
const concludedBefore = (state: OpenedCase, item: ItemState): boolean =>
  isSuggestion(state) &&
  (item.cycle?.conclusions.length ?? 0) > 0 &&
  inputsOf(state, item).answers.length === 0;

/** Something was recorded since the last conclusion; what the first evaluation rested on does not speak twice. */
const saysMore = (item: ItemState, judgement: Judgement | Rejected<CaseRejection>): boolean => {
  const before = item.cycle?.conclusions.at(-1)?.data.inputs ?? [];
  return !isRejected(judgement) && judgement.inputs.some((input) => !before.includes(input));
};
