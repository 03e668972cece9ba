import { isRejected, rejected } from '@duban/kernel';
import { Type } from '@sinclair/typebox';
import { sameFacts } from '../../equality/same-facts.ts';
import { clerical, uncorrectable } from '../../schema/corrections.ts';
import type { Data, Stored } from '../../schema/data.ts';
import { naming } from '../../schema/held-outside.ts';
import { closed, date, evidence, freeText, listOf, oneOf } from '../../schema/parts.ts';
import { assignmentRef, itemRef, measureRef } from '../../schema/references.ts';
import type { Cycle } from '../case.state.ts';
import type { ItemStage } from '../case.vocabulary.ts';
import { findItem, ownAssignment, refuseOtherStage, withCycle } from '../item-access.ts';
import { factOf } from '../occurred.ts';
import { holdsAssignment } from '../own-affair.ts';
import type { Step } from '../step.ts';

const milestoneState = oneOf('not-started', 'on-track', 'behind', 'done');

export type MilestoneState = Data<typeof milestoneState>;

const progressReported = closed({
  itemId: itemRef(),
  assignmentId: assignmentRef(),
  periodEnd: date(),
  /** The organ's own claim, never a finding (section 2.8). */
  percent: Type.Integer({ minimum: 0, maximum: 100 }),
  milestoneStates: listOf(closed({ measureId: measureRef(), state: uncorrectable(milestoneState) })),
  blockers: clerical(freeText()),
  evidence: evidence(),
});

export type ProgressReported = Stored<'ProgressReported', typeof progressReported>;

const sent = naming(progressReported);

const stages: readonly ItemStage[] = ['RECTIFYING', 'REWORK'];

const knownMeasures = (cycle: Cycle | null): readonly string[] =>
  (cycle?.plans ?? []).flatMap(({ data }) => data.measures.map((measure) => measure.id));

/** The organ's own claim; the percentage is never a finding (section 2.8). */
export const reportProgress: Step<typeof sent, ProgressReported> = {
  label: { zh: '报告进展', en: 'Report progress' },
  data: sent,
  who: ['organ-lead', 'organ-co'],
  onPaper: true,
  at: stages,
  whose: holdsAssignment,
  decide: (data, state, { actor }) => {
    const item = findItem(state, data.itemId);
    if (isRejected(item)) return item;
    const assignment = ownAssignment(item, data.assignmentId, actor.organ);
    if (isRejected(assignment)) return assignment;
    const last = item.cycle?.progress.findLast((report) => report.data.assignmentId === data.assignmentId);
    if (sameFacts(last?.data, data)) return [];
    const refusal = refuseOtherStage([item], stages);
    if (refusal !== null) return refusal;
    const known = knownMeasures(item.cycle);
    const unknown = data.milestoneStates
      .map(({ measureId }) => measureId)
      .filter((measureId) => !known.includes(measureId));
    return unknown.length > 0
      ? rejected('progress.unknown-measure', { measures: unknown })
      : [{ type: 'ProgressReported', data }];
  },
  events: {
    ProgressReported: {
      data: progressReported,
      seenBy: 'parties',
      published: true,
      fold: (state, event) =>
        withCycle(state, event.data.itemId, (cycle) => ({
          ...cycle,
          progress: [...cycle.progress, factOf(event)],
        })),
    },
  },
};
