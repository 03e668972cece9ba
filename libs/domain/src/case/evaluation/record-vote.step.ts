import { isRejected, rejected } from '@duban/kernel';
import { Type } from '@sinclair/typebox';
import { VOTED_BY_COMMITTEE } from '../../authority/deciding-bodies.ts';
import type { Stored } from '../../schema/data.ts';
import { naming } from '../../schema/held-outside.ts';
import { closed, date, freeText, listOf } from '../../schema/parts.ts';
import { itemRef } from '../../schema/references.ts';
import type { ItemStage } from '../case.vocabulary.ts';
import { neverHandled } from '../own-affair.ts';
import type { Step } from '../step.ts';
import { refuseCoverage } from './coverage.ts';
import { alreadyRecorded, withVote } from './records.ts';
import { repeatedFor, repetitionEvents, repetitionOf, type VoteRepeated } from './repeated-vote.ts';
import { earlierVotes } from './second-vote.ts';
import { asked, counted, dayOfVote, refuseFigures, refuseOtherThanHeld, refuseTally } from './vote-parts.ts';

const about = { ...asked, coversItemIds: listOf(itemRef()), ...counted };
const voteRecorded = closed({ ...about, votedOn: date() });

export type VoteRecorded = Stored<'VoteRecorded', typeof voteRecorded>;

const STAGES: readonly ItemStage[] = ['EVALUATING'];

/** `repeatGround`: why the question is put once more; said where the items were voted on in this cycle already, and only there. */
const sent = naming(closed({ ...about, repeatGround: Type.Optional(freeText()) }));

/**
 * 满意度测评（表决） of how items were handled. Only the tally is recorded, no ballot. More ballots collected than issued void the
 * vote: nothing is recorded, it is held again (section 4). One vote for each cycle; a repeated one needs a ground, and both stay.
 */
export const recordVote: Step<typeof sent, VoteRecorded | VoteRepeated> = {
  label: { zh: '记录满意度测评', en: 'Record the satisfaction vote' },
  data: sent,
  who: ['supervision-office'],
  decidedBy: VOTED_BY_COMMITTEE,
  at: STAGES,
  whose: neverHandled,
  decide: ({ repeatGround: ground, ...told }, state, context) => {
    const { voteId, coversItemIds } = told;
    const event = { type: 'VoteRecorded', data: { ...told, votedOn: dayOfVote(context) } } as const;
    const standing = state.records.votes.find(({ data }) => data.voteId === voteId);
    if (standing !== undefined && !repeatedFor(state, { voteId, ground }))
      return rejected('record.id-taken', { eventId: standing.eventId });
    const refusal =
      alreadyRecorded(standing, event) ??
      refuseCoverage(state, { itemIds: coversItemIds, stages: STAGES }, context) ??
      refuseFigures(told, context);
    if (refusal !== null) return refusal;
    const { itemId, votes } = earlierVotes(state, coversItemIds);
    const repetition = repetitionOf({ voteId, ground }, votes, { itemId });
    return isRejected(repetition) ? repetition : [...repetition, event];
  },
  events: {
    ...repetitionEvents,
    VoteRecorded: {
      data: voteRecorded,
      seenBy: 'public',
      published: true,
      heldAgainst: ({ signedTallyHash }) => signedTallyHash,
      recheck: (data, state) => {
        const standing = state.records.votes.find((record) => record.data.voteId === data.voteId);
        return refuseTally(data) ?? refuseOtherThanHeld(data, standing?.held ?? null);
      },
      fold: (state, event) => withVote(state, event),
    },
  },
};
