import { at, committee, digest, office, type SampleStream } from './sample.ts';

const item = { itemId: 'gv-i1' };

/** Of an office with too few people: who inspected the item signs its closing. */
export const caseSigned: SampleStream = {
  stream: 'case-gv',
  steps: [
    [
      at('2026-01-05'),
      office,
      {
        type: 'CaseOpened',
        data: {
          ...{
            caseId: 'gv',
            caseNo: '督〔2026〕10号',
            tenant: 'cq-npcsc',
            supervisionForm: 'law-inspection',
          },
          source: {
            ...{ type: 'law-inspection', title: '电梯安全执法检查', documentNo: '常办〔2026〕10号' },
            ...{ date: '2026-01-04', paragraphs: 1, digest: digest('gv source') },
          },
          ...{ addressee: 'cq-gov', leadCommittee: 'cq-npcsc-urban', topic: 'lifts', linkedFrom: null },
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
          ...{ ...item, caseId: 'gv', sourceId: '审议意见', sourceParagraph: '1', title: '电梯检验' },
          ...{ text: '老旧电梯未按期检验。', category: 'problem', topicTag: 'lifts', proposers: [] },
        },
      },
    ],
    [
      at('2026-04-02'),
      committee,
      { type: 'SignedByInspector', data: { ...item, cycle: 1, signer: 'person:wb-1' } },
    ],
  ],
};
