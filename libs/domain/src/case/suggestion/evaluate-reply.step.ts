import { isRejected, rejected, type Rejected } from '@duban/kernel';
import { sameFacts } from '../../equality/same-facts.ts';
import { clerical, uncorrectable } from '../../schema/corrections.ts';
import type { Data, Stored } from '../../schema/data.ts';
import { closed, freeText, listOf, orNull, person } from '../../schema/parts.ts';
import { itemRef, organRef, replyRef } from '../../schema/references.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { ItemState, OpenedCase } from '../case.state.ts';
import { dimension, evaluationRound, grade, type ItemStage } from '../case.vocabulary.ts';
import type { CommandContext } from '../command-context.ts';
import { isSuggestion, openRound } from './rounds.ts';
import { handled, proposersOf } from '../handlers.ts';
import { allCycles, findItem, isHandling, itemAt, withCycle } from '../item-access.ts';
import { factOf } from '../occurred.ts';
import { neverHandled } from '../own-affair.ts';
import type { Step } from '../step.ts';

const replyEvaluated = closed({
  itemId: itemRef(),
  replyNo: replyRef(),
  round: uncorrectable(evaluationRound()),
  evaluator: uncorrectable(person()),
  /** The organ whose work is judged: each organ of a joint handling separately (section 2.7). */
  organ: uncorrectable(organRef()),
  dimensions: listOf(closed({ dimension: uncorrectable(dimension()), grade: grade() })),
  /** Required when dissatisfied (S3 art. 21). */
  reasons: clerical(orNull(freeText())),
});

export type ReplyEvaluated = Stored<'ReplyEvaluated', typeof replyEvaluated>;

type Answer = Data<typeof replyEvaluated>;

/** Only a proposer, in person; never who handled it (C48). */
const refuseEvaluator = (
  state: OpenedCase,
  item: ItemState,
  { evaluator }: Answer,
  { actor }: CommandContext,
): Rejected<CaseRejection> | null => {
  const { itemId } = item;
  if (handled(state, item, actor.organ))
    return rejected('evaluation.by-handler', { itemId, organ: actor.organ });
  return evaluator === actor.id && proposersOf(item).includes(evaluator)
    ? null
    : rejected('reply.not-a-proposer', { evaluator });
};

/** Attitude and result, each once; "dissatisfied" in either is given in writing with its reasons (S3 art. 21). */
const refuseGrades = ({ dimensions, reasons }: Answer): Rejected<CaseRejection> | null => {
  const named = dimensions.map((given) => given.dimension);
  if (dimensions.length !== 2 || new Set(named).size !== 2) {
    return rejected('reply.dimensions-wrong', { dimensions: named });
  }
  const dissatisfied = dimensions.some((given) => given.grade === 'dissatisfied');
  return dissatisfied && (reasons ?? '').trim() === '' ? rejected('reply.reasons-missing') : null;
};

/** One answer of one deputy about one organ in one round; who erred corrects the answer given (section 3 item 8, C45). */
const refuseSecondAnswer = (
  item: ItemState,
  { round, evaluator, organ }: Answer,
): Rejected<CaseRejection> | null => {
  const earlier = item.cycle?.replyEvaluations.find(
    ({ data }) => data.round === round && data.evaluator === evaluator && data.organ === organ,
  );
  return earlier === undefined ? null : rejected('reply.already-evaluated', { eventId: earlier.eventId });
};

const STAGES: readonly ItemStage[] = ['EVALUATING'];

/** 评价: each organ of a joint handling is judged separately (section 2.7); no answer is never an answer. */
export const evaluateReply: Step<typeof replyEvaluated, ReplyEvaluated> = {
  label: { zh: '评价答复', en: 'Evaluate the reply' },
  source: { shanghai: [21] },
  data: replyEvaluated,
  who: ['deputy'],
  onPaper: true,
  at: STAGES,
  whose: {
    zh: '由提出或联名提出建议的代表本人评价，承办单位除外',
    en: 'a deputy who proposed it, in person, and who did not handle it',
    isTheirs: (place) => neverHandled.isTheirs(place) && proposersOf(place.item).includes(place.id),
  },
  when: ({ state }) => isSuggestion(state),
  decide: (data, state, context) => {
    const { itemId, replyNo, round, organ } = data;
    const found = findItem(state, itemId);
    if (isRejected(found)) return found;
    const given = allCycles(found).flatMap(({ replyEvaluations }) => replyEvaluations);
    if (given.some((answer) => sameFacts(answer.data, data))) return [];
    const item = itemAt(state, itemId, STAGES);
    if (isRejected(item)) return item;
    if (item.cycle?.replies.some((reply) => reply.data.replyNo === replyNo) !== true) {
      return rejected('reply.unknown', { replyNo });
    }
    const refusal = refuseEvaluator(state, item, data, context) ?? refuseSecondAnswer(item, data);
    if (refusal !== null) return refusal;
    if (round !== openRound(item)) return rejected('reply.round-closed', { round, open: openRound(item) });
    if (!isHandling(item, organ)) return rejected('reply.organ-not-handling', { organ });
    return refuseGrades(data) ?? [{ type: 'ReplyEvaluated', data }];
  },
  events: {
    ReplyEvaluated: {
      data: replyEvaluated,
      seenBy: 'parties',
      published: true,
      ownJudgement: true,
      recheck: (data) => refuseGrades(data),
      personal: { reasons: ['evaluator'] },
      fold: (state, event) =>
        withCycle(state, event.data.itemId, (cycle) => ({
          ...cycle,
          replyEvaluations: [...cycle.replyEvaluations, factOf(event)],
        })),
    },
  },
};
