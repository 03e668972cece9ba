import { at, office, type SampleStream } from './sample.ts';

/** Told to deputies whole, and to the public in parts. */
export const caseTold: SampleStream = {
  stream: 'case-gt',
  steps: [
    [
      at('2026-06-02'),
      office,
      {
        type: 'CaseOpened',
        data: {
          ...{ caseId: 'gt', caseNo: '督〔2026〕8号', tenant: 'cq-npcsc', supervisionForm: 'work-report' },
          source: {
            ...{ type: 'work-report', title: '托育服务工作报告', documentNo: '常办〔2026〕21号' },
            ...{ date: '2026-05-29', paragraphs: 5, digest: null },
          },
          ...{ addressee: 'cq-gov', leadCommittee: 'cq-npcsc-urban', topic: 'childcare', linkedFrom: null },
          openedOn: '2026-06-02',
        },
      },
    ],
    [
      at('2026-06-05'),
      office,
      {
        type: 'Published',
        data: {
          ...{ what: 'opinions', toWhom: 'deputies', part: null },
          ...{ channel: '代表履职平台', url: null, date: '2026-06-05' },
        },
      },
    ],
    [
      at('2026-06-10'),
      office,
      {
        type: 'Published',
        data: {
          ...{ what: 'report', toWhom: 'public', part: { name: '第一部分', last: false } },
          ...{ channel: '常委会公报', url: 'https://example.org/gazette/6', date: '2026-06-10' },
        },
      },
    ],
  ],
};
