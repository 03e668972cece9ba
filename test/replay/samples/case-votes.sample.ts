import type { ReportVoteRecorded } from '@duban/domain';
import { at, digest, office, type SampleStream } from './sample.ts';

const vote = (voteId: string, counts: readonly [number, number, number]): ReportVoteRecorded['data'] => {
  const [satisfied, basic, dissatisfied] = counts;
  const valid = satisfied + basic + dissatisfied;
  return {
    ...{ voteId, meetingNo: '常委会第十九次会议', question: '对市政府关于电梯安全的报告是否满意' },
    ...{ eligible: 61, present: 57, issued: 57, collected: valid, valid, invalid: 0 },
    counts: { satisfied, basic, dissatisfied },
    tellers: ['person:teller-1', 'person:teller-2'],
    ballotMode: 'terminal',
    ...{ signedTallyHash: digest(`${voteId} 计票单`), votedOn: '2026-01-06' },
  };
};

/** A vote on the report itself, held once more at the same meeting. */
export const caseVotes: SampleStream = {
  stream: 'case-g9',
  steps: [
    [
      at('2026-01-05'),
      office,
      {
        type: 'CaseOpened',
        data: {
          ...{ caseId: 'g9', caseNo: '督〔2026〕9号', tenant: 'cq-npcsc', supervisionForm: 'work-report' },
          source: {
            ...{ type: 'work-report', title: '电梯安全工作报告', documentNo: '常办〔2026〕9号' },
            ...{ date: '2026-01-04', paragraphs: 2, digest: null },
          },
          ...{ addressee: 'cq-gov', leadCommittee: 'cq-npcsc-urban', topic: 'lifts', linkedFrom: null },
          openedOn: '2026-01-05',
        },
      },
    ],
    [at('2026-01-06'), office, { type: 'ReportVoteRecorded', data: vote('R1', [20, 10, 17]) }],
    [
      at('2026-01-06', '11:00:00'),
      office,
      { type: 'VoteRepeated', data: { voteId: 'R2', repeats: ['R1'], ground: '表决终端故障，十人未能表决' } },
    ],
    [at('2026-01-06', '11:00:00'), office, { type: 'ReportVoteRecorded', data: vote('R2', [33, 12, 12]) }],
  ],
};
