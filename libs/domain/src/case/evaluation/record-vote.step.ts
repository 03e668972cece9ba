import { rejected } from '@duban/kernel';
import { voteTallyFaults } from '../../evaluation/vote.ts';
import type { Stored } from '../../schema/data.ts';
import { naming } from '../../schema/held-outside.ts';
import { closed, count, date, listOf, oneOf, person, text, without } from '../../schema/parts.ts';
import { fileDigest, itemRef, newId } from '../../schema/references.ts';
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
  ballotMode: oneOf('paper', 'terminal', 'show-of-hands'),
  signedTallyHash: fileDigest(),
  votedOn: date(),
});

export type VoteRecorded = Stored<'VoteRecorded', typeof voteRecorded>;

const STAGES: readonly ItemStage[] = ['EVALUATING'];

const sent = naming(without(voteRecorded, 'votedOn'));

/**
 * 满意度测评（表决）. Only the tally is recorded, no ballot. More ballots collected than issued void the vote: nothing is recorded, it
 * is held again (section 4).
 */
export const recordVote: Step<typeof sent, VoteRecorded> = {
  label: { zh: '记录满意度测评', en: 'Record the satisfaction vote' },
  data: sent,
  who: ['supervision-office'],
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
    const { issued, collected } = data;
    if (collected > issued) return rejected('vote.void', { collected, issued });
    const faults = voteTallyFaults(data);
    return faults.length > 0 ? rejected('vote.counts-wrong', { faults }) : [event];
  },
  events: {
    VoteRecorded: {
      data: voteRecorded,
      seenBy: 'public',
      published: true,
      clerical: [],
      fold: (state, event) => withRecord(state, 'votes', event, event.data.coversItemIds),
    },
  },
};
