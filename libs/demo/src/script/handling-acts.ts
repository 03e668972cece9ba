import type { Actor } from '@duban/kernel';
import type { Disposition, MilestoneState } from '@duban/domain';
import { coOf, leadOf, people } from '../cast/people.ts';
import { act, type Act } from './act.ts';
import { digestOf, files } from './digests.ts';
import { assignmentOf } from './opening-acts.ts';
import { reportedProgress, submittedCoOpinion } from './single-acts.ts';

type Progress = {
  readonly until: string;
  readonly percent: number;
  /** In the order of the plan's measures. */
  readonly states: readonly MilestoneState[];
  readonly blockers?: string;
  readonly evidence?: readonly string[];
};

/** 进展 */
export const progressed = (itemId: string, organ: string, progress: Progress): Act =>
  reportedProgress(leadOf(organ), {
    itemId,
    assignmentId: assignmentOf(itemId, organ),
    periodEnd: progress.until,
    percent: progress.percent,
    milestoneStates: progress.states.map((state, index) => ({ measureId: `${itemId}-m${index + 1}`, state })),
    blockers: progress.blockers ?? '',
    evidence: files(...(progress.evidence ?? [])),
  });

/** 会办意见；`cycle` names the assignment that a later cycle carries on. */
export const coOpinion = (itemId: string, organ: string, text: string, cycle = 1): Act =>
  submittedCoOpinion(coOf(organ), {
    itemId,
    assignmentId: assignmentOf(itemId, organ, cycle),
    text,
    evidence: [],
  });

/** 征求意见稿 */
export const drafted = (title: string, itemIds: readonly string[], by: Actor = people.government): Act =>
  act(by, 'SubmitDraftResult', { documentHash: digestOf(title), itemIds: [...itemIds] });

/** 专委会意见：advice, not approval. */
export const opinion = (by: Actor, itemIds: readonly string[], ...comments: readonly string[]): Act =>
  act(by, 'GiveCommitteeOpinion', {
    itemIds: [...itemIds],
    verdict: comments.length === 0 ? 'agree' : 'agree-with-comments',
    comments: [...comments],
  });

type Report = {
  readonly reportNo: string;
  readonly claims: Readonly<Record<string, Disposition>>;
  readonly by?: Actor;
};

/** 报送研究处理情况报告：what the addressee claims, item by item. */
export const submitted = ({ reportNo, claims, by = people.government }: Report): Act =>
  act(by, 'SubmitResult', {
    reportNo,
    signer: `${by.id}-signer`,
    claims: Object.entries(claims).map(([itemId, claimedDisposition]) => ({
      itemId,
      claimedDisposition,
      evidence: files(`${reportNo} ${itemId} 佐证材料.pdf`),
    })),
  });

export const accepted = (by: Actor, reportNo: string, itemIds: readonly string[]): Act =>
  act(by, 'AcceptForEvaluation', { reportNo, itemIds: [...itemIds] });
