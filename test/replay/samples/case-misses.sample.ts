import { at, digest, due, fixed, office, type SampleStream } from './sample.ts';

const item = { itemId: 'gm-i1' };

/** A date that was written down wrongly, passed, and was annulled as a miss. */
export const caseMissesSample: SampleStream = {
  stream: 'case-gm',
  steps: [
    [
      at('2025-09-01'),
      office,
      {
        type: 'CaseOpened',
        data: {
          caseId: 'gm',
          caseNo: '督〔2025〕7号',
          tenant: 'cq-npcsc',
          supervisionForm: 'law-inspection',
          source: {
            type: 'law-inspection',
            title: '关于养老服务条例执法检查的报告',
            documentNo: '常办〔2025〕71号',
            date: null,
            paragraphs: 2,
            digest: null,
          },
          addressee: 'cq-gov',
          leadCommittee: 'cq-npcsc-urban',
          topic: 'elder-care',
          linkedFrom: null,
          openedOn: '2025-09-01',
        },
      },
    ],
    [
      at('2025-09-01', '10:00:00'),
      office,
      {
        type: 'ItemRegistered',
        data: {
          ...item,
          caseId: 'gm',
          sourceId: '常办〔2025〕71号',
          sourceParagraph: '1',
          title: '社区食堂未公示价格',
          text: '社区食堂未公示价格',
          category: 'problem',
          topicTag: 'elder-care',
          proposers: [],
        },
      },
    ],
    [
      at('2025-09-02'),
      office,
      {
        type: 'ItemAssigned',
        data: {
          ...item,
          assignments: [{ id: 'gm-a1', organ: 'cq-housing', role: 'lead', scopeText: '全部' }],
          addressee: 'cq-gov',
          rectificationType: 'phased',
          legalPeriod: null,
          due: fixed('2025-09-30'),
          fixedInResolution: false,
          planDue: due('2025-09-02', 1, 'month'),
          coOpinionDue: null,
          returnUntil: due('2025-09-02', 5, 'working-day'),
          assignedOn: '2025-09-02',
          ruleSet: 'cq-default@1',
          instruments: ['verification'],
          thresholdRuleId: 'vote-majority-of-all-members',
        },
      },
    ],
    [
      at('2025-10-09'),
      office,
      {
        type: 'MissAnnulled',
        data: {
          ...item,
          cycle: 1,
          which: 'due',
          assignmentId: null,
          dueDate: '2025-09-30',
          ground: 'slip',
          documentNo: '常办〔2025〕71号',
          digest: digest('gm-order'),
          lawfulDue: fixed('2025-12-30'),
          decidedBy: 'supervision-office',
          reason: '交办单写明12月30日，登记时误为9月30日',
        },
      },
    ],
  ],
};
