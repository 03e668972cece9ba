import { rejected, type Rejected } from '@duban/kernel';
import { VOTED_BY_COMMITTEE } from '../../authority/deciding-bodies.ts';
import { voteTallyFaults, type VoteTally } from '../../evaluation/vote.ts';
import { uncorrectable } from '../../schema/corrections.ts';
import type { Stored } from '../../schema/data.ts';
import { naming } from '../../schema/held-outside.ts';
import { closed, count, date, listOf, oneOf, person, text, without } from '../../schema/parts.ts';
import { fileDigest, itemRef, newId } from '../../schema/references.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { ItemStage } from '../case.vocabulary.ts';
import { neverHandled } from '../own-affair.ts';
import type { Step } from '../step.ts';
import { refuseCoverage } from './coverage.ts';
import { alreadyRecorded, withRecord } from './records.ts';
import { refuseSecondVote } from './second-vote.ts';

/** A tally, never a ballot: secret ballots do not enter the log (section 4). */
const voteRecorded = closed({
  voteId: newId(),
  meetingNo: text(),
  question: text(),
  coversItemIds: listOf(itemRef()),
  eligible: count(),
  present: count(),
  issued: count(),
  collected: count(),
  valid: count(),
  counts: closed({ satisfied: count(), basic: count(), dissatisfied: count() }),
  invalid: count(),
  tellers: listOf(person()),
  ballotMode: uncorrectable(oneOf('paper', 'terminal', 'show-of-hands')),
  signedTallyHash: fileDigest(),
  votedOn: date(),
});

export type VoteRecorded = Stored<'VoteRecorded', typeof voteRecorded>;

const STAGES: readonly ItemStage[] = ['EVALUATING'];

const sent = naming(without(voteRecorded, 'votedOn'));

/** More ballots than were handed out make no vote, and figures that do not add up no tally. */
const refuseTally = (tally: VoteTally): Rejected<CaseRejection> | null => {
  const { issued, collected } = tally;
  if (collected > issued) return rejected('vote.void', { collected, issued });
  const faults = voteTallyFaults(tally);
  return faults.length > 0 ? rejected('vote.counts-wrong', { faults }) : null;
};

/**
 * 满意度测评（表决）. Only the tally is recorded, no ballot. More ballots collected than issued void the vote: nothing is recorded, it
 * is held again (section 4).
 */
export const recordVote: Step<typeof sent, VoteRecorded> = {
  label: { zh: '记录满意度测评', en: 'Record the satisfaction vote' },
  data: sent,
  who: ['supervision-office'],
  decidedBy: VOTED_BY_COMMITTEE,
  at: STAGES,
  whose: neverHandled,
  decide: (data, state, context) => {
    const event = { type: 'VoteRecorded', data: { ...data, votedOn: context.occurredOn } } as const;
    const standing = state.records.votes.find((record) => record.data.voteId === data.voteId);
    const refusal =
      alreadyRecorded(standing, event) ??
      refuseCoverage(state, { itemIds: data.coversItemIds, stages: STAGES }, context) ??
      refuseSecondVote(state, data.coversItemIds);
    if (refusal !== null) return refusal;
    return refuseTally(data) ?? [event];
  },
  events: {
    VoteRecorded: {
      data: voteRecorded,
      seenBy: 'public',
      published: true,
      heldAgainst: ({ signedTallyHash }) => signedTallyHash,
      recheck: (data) => refuseTally(data),
      fold: (state, event) => withRecord(state, 'votes', event, event.data.coversItemIds),
    },
  },
};
