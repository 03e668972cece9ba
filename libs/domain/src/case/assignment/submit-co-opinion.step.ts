import { isRejected, rejected } from '@duban/kernel';
import { sameFacts } from '../../equality/same-facts.ts';
import type { Stored } from '../../schema/data.ts';
import { naming } from '../../schema/held-outside.ts';
import { closed, evidence, freeText, whole } from '../../schema/parts.ts';
import { assignmentRef, itemRef } from '../../schema/references.ts';
import type { ItemStage } from '../case.vocabulary.ts';
import { withAssignment } from '../cycle-change.ts';
import { findItem, ownAssignment, refuseOtherStage, withCycle } from '../item-access.ts';
import { factOf } from '../occurred.ts';
import { isCoOrgan } from '../own-affair.ts';
import type { Step } from '../step.ts';

const submitCoOpinionData = naming(
  closed({ itemId: itemRef(), assignmentId: assignmentRef(), text: freeText(), evidence: evidence() }),
);

const coOpinionSubmitted = closed({
  itemId: itemRef(),
  assignmentId: assignmentRef(),
  version: whole(1),
  text: freeText(),
  evidence: evidence(),
});

export type CoOpinionSubmitted = Stored<'CoOpinionSubmitted', typeof coOpinionSubmitted>;

const STAGES: readonly ItemStage[] = ['RECEIVED', 'RECTIFYING', 'REWORK', 'CONSULTING'];

/** 会办意见. One current version; a late one is taken, also after it was recorded as missed (S3 art. 17). */
export const submitCoOpinion: Step<typeof submitCoOpinionData, CoOpinionSubmitted> = {
  label: { zh: '提交会办意见', en: 'Submit the co-opinion' },
  source: { shanghai: [17] },
  data: submitCoOpinionData,
  who: ['organ-co'],
  onPaper: true,
  at: STAGES,
  whose: isCoOrgan,
  decide: ({ itemId, assignmentId, text, evidence: proof }, state, { actor }) => {
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    const assignment = ownAssignment(item, assignmentId, actor.organ);
    if (isRejected(assignment)) return assignment;
    if (assignment.role !== 'co') return rejected('co-opinion.not-a-co-organ', { assignmentId });
    const current = assignment.coOpinion?.data;
    const said = { text, evidence: proof };
    if (sameFacts({ text: current?.text, evidence: current?.evidence }, said)) return [];
    const version = (current?.version ?? 0) + 1;
    const data = { itemId, assignmentId, version, ...said };
    return refuseOtherStage([item], STAGES) ?? [{ type: 'CoOpinionSubmitted', data }];
  },
  events: {
    CoOpinionSubmitted: {
      data: coOpinionSubmitted,
      seenBy: 'parties',
      published: true,
      fold: (state, event) =>
        withCycle(state, event.data.itemId, (cycle) =>
          withAssignment(cycle, event.data.assignmentId, { coOpinion: factOf(event) }),
        ),
    },
  },
};
