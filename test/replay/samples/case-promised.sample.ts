import { at, committee, digest, eventIdOf, housing, office, type SampleStream } from './sample.ts';

const item = { itemId: 'gx-i1' };
const kept = { ...item, commitmentId: 'gx-k1' };

/** A promise that the organ says it kept; found untrue, and then true. */
export const casePromised: SampleStream = {
  stream: 'case-gx',
  steps: [
    [
      at('2026-01-05'),
      office,
      {
        type: 'CaseOpened',
        data: {
          ...{ caseId: 'gx', caseNo: '督〔2026〕11号', tenant: 'cq-npcsc', supervisionForm: 'suggestion' },
          source: {
            ...{ type: 'suggestion', title: '关于社区老年食堂的建议', documentNo: '建议第11号' },
            ...{ date: '2026-01-04', paragraphs: 1, digest: digest('gx source') },
          },
          ...{ addressee: 'cq-gov', leadCommittee: 'cq-npcsc-urban', topic: 'canteens', linkedFrom: null },
          openedOn: '2026-01-05',
        },
      },
    ],
    [
      at('2026-01-06'),
      office,
      {
        type: 'ItemRegistered',
        data: {
          ...{ ...item, caseId: 'gx', sourceId: '建议第11号', sourceParagraph: '1', title: '老年食堂' },
          ...{ text: '建设一个老年食堂。', category: 'suggestion', topicTag: 'canteens' },
          proposers: ['person:dp-1'],
        },
      },
    ],
    [
      at('2026-04-02'),
      housing,
      {
        type: 'CommitmentFulfilled',
        data: {
          ...kept,
          evidence: [{ digest: digest('gx photo'), name: '照片.jpg', mediaType: 'image/jpeg' }],
        },
      },
    ],
    [
      at('2026-04-07'),
      committee,
      {
        type: 'CommitmentJudged',
        data: {
          ...kept,
          statement: eventIdOf('case-gx', 2),
          verified: false,
          ground: '实地查看，尚未开业。',
        },
      },
    ],
  ],
};
