import { at, council, office, type SampleStream } from './sample.ts';

/** Restricted by one body and lifted by it, and then again by another, which has not lifted it. */
export const caseRestricted: SampleStream = {
  stream: 'case-gr',
  steps: [
    [
      at('2026-05-06'),
      office,
      {
        type: 'CaseOpened',
        data: {
          ...{ caseId: 'gr', caseNo: '督〔2026〕7号', tenant: 'cq-npcsc', supervisionForm: 'work-report' },
          source: {
            ...{ type: 'work-report', title: '应急物资储备工作报告', documentNo: '常办〔2026〕7号' },
            ...{ date: '2026-04-30', paragraphs: 4, digest: null },
          },
          ...{ addressee: 'cq-gov', leadCommittee: 'cq-npcsc-urban', topic: 'reserves', linkedFrom: null },
          openedOn: '2026-05-06',
        },
      },
    ],
    [
      at('2026-05-07'),
      office,
      {
        type: 'CaseRestricted',
        data: {
          secrecy: 'work-secret',
          ground: '储备布局尚未公开',
          documentNo: '常办密〔2026〕3号',
        },
      },
    ],
    [
      at('2026-05-07', '10:00:00'),
      office,
      {
        type: 'ItemRegistered',
        data: {
          ...{ itemId: 'gr-i1', caseId: 'gr', sourceId: '常办〔2026〕7号', sourceParagraph: '2' },
          ...{ title: '储备点轮换不及时', text: '个别储备点未按期轮换。', category: 'problem' },
          ...{ topicTag: 'reserves', proposers: [] },
        },
      },
    ],
    [
      at('2026-05-20'),
      office,
      {
        type: 'RestrictionLifted',
        data: { ground: '储备布局已公开', documentNo: '常办〔2026〕19号' },
      },
    ],
    [
      at('2026-06-01'),
      council,
      {
        type: 'CaseRestricted',
        data: {
          secrecy: 'secret-by-number',
          ground: '涉及未公开的储备数量',
          documentNo: '主任会议密〔2026〕1号',
        },
      },
    ],
  ],
};
