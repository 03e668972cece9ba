import { isRejected, rejected } from '@duban/kernel';
import { Type } from '@sinclair/typebox';
import { VOTED_BY_COMMITTEE } from '../../authority/deciding-bodies.ts';
import type { Stored } from '../../schema/data.ts';
import { naming } from '../../schema/held-outside.ts';
import { closed, date, freeText } from '../../schema/parts.ts';
import type { OpenedCase } from '../case.state.ts';
import type { Step } from '../step.ts';
import { factOf } from '../occurred.ts';
import { alreadyRecorded, figuresOf } from './records.ts';
import { repeatedFor, repetitionEvents, repetitionOf, type VoteRepeated } from './repeated-vote.ts';
import { asked, counted, dayOfVote, refuseFigures, refuseOtherThanHeld, refuseTally } from './vote-parts.ts';

const about = { ...asked, ...counted };
const reportVoteRecorded = closed({ ...about, votedOn: date() });

export type ReportVoteRecorded = Stored<'ReportVoteRecorded', typeof reportVoteRecorded>;

/** `repeatGround`: why the same question is put once more at the same meeting; said there only. */
const sent = naming(closed({ ...about, repeatGround: Type.Optional(freeText()) }));

type Question = Pick<ReportVoteRecorded['data'], 'question' | 'meetingNo'>;

const sameQuestion = (left: Question, right: Question): boolean =>
  left.question.trim() === right.question.trim() && left.meetingNo.trim() === right.meetingNo.trim();

const earlierVotes = ({ records }: OpenedCase, question: Question) =>
  records.reportVotes.filter(({ data }) => sameQuestion(data, question));

/**
 * 对报告的满意度测评: on the report as it was heard, apart from how its items are handled later (S18). It belongs to no cycle, covers
 * no item and moves none.
 */
export const recordReportVote: Step<typeof sent, ReportVoteRecorded | VoteRepeated> = {
  label: { zh: '记录对报告的满意度测评', en: 'Record the vote on the report' },
  data: sent,
  who: ['supervision-office'],
  decidedBy: VOTED_BY_COMMITTEE,
  at: 'case',
  decide: ({ repeatGround: ground, ...told }, state, context) => {
    const { voteId } = told;
    const event = { type: 'ReportVoteRecorded', data: { ...told, votedOn: dayOfVote(context) } } as const;
    const { votes, reportVotes } = state.records;
    const standing = [...votes, ...reportVotes].find(({ data }) => data.voteId === voteId);
    if (standing !== undefined && !repeatedFor(state, { voteId, ground }))
      return rejected('record.id-taken', { eventId: standing.eventId });
    const known = alreadyRecorded(standing, event);
    if (known !== null) return known;
    if (state.status !== 'open') return rejected('case.not-open');
    const refusal = refuseFigures(told, context);
    if (refusal !== null) return refusal;
    const repetition = repetitionOf({ voteId, ground }, earlierVotes(state, told));
    return isRejected(repetition) ? repetition : [...repetition, event];
  },
  events: {
    ...repetitionEvents,
    ReportVoteRecorded: {
      data: reportVoteRecorded,
      seenBy: 'public',
      published: true,
      heldAgainst: ({ signedTallyHash }) => signedTallyHash,
      recheck: (data, state) => {
        const standing = state.records.reportVotes.find((record) => record.data.voteId === data.voteId);
        return refuseTally(data) ?? refuseOtherThanHeld(data, standing?.held ?? null);
      },
      fold: (state, event) => ({
        ...state,
        records: {
          ...state.records,
          reportVotes: [...state.records.reportVotes, { ...factOf(event), held: figuresOf(event) }],
        },
      }),
    },
  },
};
