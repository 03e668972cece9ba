import { isRejected, rejected, type Rejected } from '@duban/kernel';
import { Type } from '@sinclair/typebox';
import { appraisalGrade } from '../../evaluation/appraisal.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, id, listOf, text } from '../../schema/parts.ts';
import { itemRef } from '../../schema/references.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { OpenedCase } from '../case.state.ts';
import { grade, type ItemStage } from '../case.vocabulary.ts';
import type { CommandContext } from '../command-context.ts';
import { ownEntry } from '../own-entry.ts';
import { pinnedRules } from '../pinned-rules.ts';
import { neverHandled } from '../own-affair.ts';
import type { Step } from '../step.ts';
import { refuseCoverage } from './coverage.ts';
import { alreadyRecorded, withRecord } from './records.ts';

const appraisalRecorded = closed({
  appraisalNo: id(),
  coversItemIds: listOf(itemRef()),
  panel: listOf(id()),
  dimensions: listOf(closed({ name: text(), scoreOutOf100: Type.Integer({ minimum: 0, maximum: 100 }) })),
  grade: grade(),
});

export type AppraisalRecorded = Stored<'AppraisalRecorded', typeof appraisalRecorded>;

const STAGES: readonly ItemStage[] = ['EVALUATING'];

const isScore = (n: number): boolean => Number.isSafeInteger(n) && n >= 0 && n <= 100;

/** The grade is what the scores amount to, under the rules of every item that is appraised. */
const refuseGrade = (
  state: OpenedCase,
  { coversItemIds, dimensions, grade: stated }: AppraisalRecorded['data'],
  context: CommandContext,
): Rejected<CaseRejection> | null => {
  if (dimensions.length === 0 || !dimensions.every(({ scoreOutOf100 }) => isScore(scoreOutOf100)))
    return rejected('appraisal.scores-wrong');
  for (const itemId of coversItemIds) {
    const item = ownEntry(state.items, itemId);
    const rules = item === undefined ? null : pinnedRules(item, context);
    if (rules === null) continue;
    if (isRejected(rules)) return rules;
    const computed = appraisalGrade(rules.survey, dimensions);
    if (computed !== stated) return rejected('appraisal.grade-wrong', { itemId, computed });
  }
  return null;
};

/** 评议: a panel's scores and the grade they amount to (section 4). */
export const recordAppraisal: Step<typeof appraisalRecorded, AppraisalRecorded> = {
  label: { zh: '记录评议', en: 'Record an appraisal' },
  data: appraisalRecorded,
  who: ['supervision-office', 'working-body'],
  at: STAGES,
  whose: neverHandled,
  decide: (data, state, context) => {
    const event = { type: 'AppraisalRecorded', data } as const;
    const standing = state.records.appraisals.find((record) => record.data.appraisalNo === data.appraisalNo);
    return (
      alreadyRecorded(standing, event) ??
      refuseCoverage(state, { itemIds: data.coversItemIds, stages: STAGES }, context) ??
      refuseGrade(state, data, context) ?? [event]
    );
  },
  events: {
    AppraisalRecorded: {
      data: appraisalRecorded,
      seenBy: 'parties',
      published: true,
      recheck: (data, state, context) => refuseGrade(state, data, context),
      fold: (state, event) => withRecord(state, 'appraisals', event, event.data.coversItemIds),
    },
  },
};
