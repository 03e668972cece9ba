import { isRejected, rejected, type Rejected } from '@duban/kernel';
import { sameFacts } from '../../equality/same-facts.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, date, freeText, oneOf, text, without } from '../../schema/parts.ts';
import { assignmentRef, itemRef } from '../../schema/references.ts';
import { dayThatCounts } from '../../time/day-that-counts.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { Cycle } from '../case.state.ts';
import type { ItemStage } from '../case.vocabulary.ts';
import type { CommandContext } from '../command-context.ts';
import { findItem, ownAssignment, refuseOtherStage, withItem } from '../item-access.ts';
import { refuseUnsupervisable } from '../organ-access.ts';
import { pinnedRules } from '../pinned-rules.ts';
import { holdsAssignment } from '../own-affair.ts';
import type { Step } from '../step.ts';

const returnRequested = closed({
  itemId: itemRef(),
  assignmentId: assignmentRef(),
  reasonCode: oneOf('not-competent', 'duplicate', 'unclear', 'other'),
  text: freeText(),
  proposedOrgan: text(),
  requestedOn: date(),
});

export type ReturnRequested = Stored<'ReturnRequested', typeof returnRequested>;

const requestReturnData = without(returnRequested, 'requestedOn');

/** An organ may know that it is not competent without knowing who is. */
const refuseUnfitProposal = (organ: string, context: CommandContext): Rejected<CaseRejection> | null =>
  refuseUnsupervisable(organ.trim() === '' ? [] : [organ], context);

const accepted = (cycle: Cycle | null): number =>
  cycle?.returns.filter(({ decision }) => decision?.accepted === true).length ?? 0;

const STAGES: readonly ItemStage[] = ['ASSIGNED', 'RECEIVED'];

/** 申请退回, within the window, in working days from the assignment (S3 art. 14); silence afterwards is not consent to anything. */
export const requestReturn: Step<typeof requestReturnData, ReturnRequested> = {
  label: { zh: '申请退办', en: 'Ask to return the assignment' },
  source: { shanghai: [14] },
  data: requestReturnData,
  who: ['organ-lead', 'organ-co'],
  onPaper: true,
  at: STAGES,
  whose: holdsAssignment,
  decide: (data, state, context) => {
    const item = findItem(state, data.itemId);
    if (isRejected(item)) return item;
    const assignment = ownAssignment(item, data.assignmentId, context.actor.organ);
    if (isRejected(assignment)) return assignment;
    const pending = item.stage === 'RETURN_REQUESTED' ? item.cycle?.returns.at(-1)?.request : undefined;
    const requested = { ...data, requestedOn: pending?.requestedOn ?? context.occurredOn };
    if (pending !== undefined && sameFacts(pending, requested)) return [];
    const refusal = refuseOtherStage([item], STAGES) ?? refuseUnfitProposal(data.proposedOrgan, context);
    if (refusal !== null) return refusal;
    const rules = pinnedRules(item, context);
    if (isRejected(rules)) return rules;
    if (accepted(item.cycle) >= rules.returnsBeforeDesignation) {
      return rejected('return.leader-designates', { returns: accepted(item.cycle) });
    }
    // No stated day, and no lost race, opens a window that has passed.
    return dayThatCounts(context) > assignment.returnUntil.date
      ? rejected('return.window-passed', { returnUntil: assignment.returnUntil.date })
      : [{ type: 'ReturnRequested', data: requested }];
  },
  events: {
    ReturnRequested: {
      data: returnRequested,
      seenBy: 'parties',
      published: true,
      fold: (state, { data }) =>
        withItem(state, data.itemId, ({ cycle, ...item }) => ({
          ...item,
          stage: 'RETURN_REQUESTED',
          cycle: cycle && { ...cycle, returns: [...cycle.returns, { request: data, decision: null }] },
        })),
    },
  },
};
