import {
  at,
  council,
  deputy,
  digest,
  due,
  eventIdOf,
  fixed,
  government,
  housing,
  office,
  type SampleStream,
} from './sample.ts';

const stream = 'case-g3';
const item = { itemId: 'g3-i1' };

/** Worked example 10: a deputy's suggestion with a commitment, the two evaluations and a survey. */
export const caseSuggestion: SampleStream = {
  stream,
  steps: [
    [
      at('2026-01-20'),
      office,
      {
        type: 'CaseOpened',
        data: {
          caseId: 'g3',
          caseNo: '建〔2026〕0101号',
          tenant: 'cq-npcsc',
          supervisionForm: 'suggestion',
          source: {
            type: 'suggestion',
            title: '关于增设社区老年食堂的建议',
            documentNo: '第0101号建议',
            date: '2026-01-18',
            paragraphs: 3,
            digest: digest('suggestion'),
          },
          addressee: 'cq-gov',
          leadCommittee: 'cq-npcsc-social',
          topic: 'elder-canteens',
          linkedFrom: null,
          openedOn: '2026-01-20',
        },
      },
    ],
    [
      at('2026-01-20', '10:00:00'),
      office,
      {
        type: 'ItemRegistered',
        data: {
          ...item,
          caseId: 'g3',
          sourceId: '第0101号建议',
          sourceParagraph: '1',
          title: '增设 12 个社区老年食堂',
          text: '老旧小区缺少老年食堂。',
          category: 'suggestion',
          topicTag: 'canteens',
          proposers: ['person:dp-1', 'person:dp-2'],
        },
      },
    ],
    [
      at('2026-01-21'),
      council,
      {
        type: 'ListApproved',
        data: {
          listNo: '建议清单2026-1',
          itemIds: ['g3-i1'],
          approvedBy: 'cq-npcsc-cc',
          meetingNo: '主任会议第80次',
        },
      },
    ],
    [
      at('2026-01-22'),
      office,
      {
        type: 'ItemAssigned',
        data: {
          ...item,
          assignments: [{ id: 'g3-a1', organ: 'cq-housing', role: 'lead', scopeText: '选址和建设' }],
          addressee: 'cq-gov',
          rectificationType: 'phased',
          legalPeriod: { n: 3, unit: 'month' },
          due: due('2026-01-22', 3, 'month'),
          fixedInResolution: false,
          planDue: null,
          coOpinionDue: null,
          returnUntil: due('2026-01-22', 7, 'working-day'),
          assignedOn: '2026-01-22',
          ruleSet: 'cq-default@1',
          instruments: ['deputy-evaluation', 'survey'],
          thresholdRuleId: 'vote-majority-of-all',
        },
      },
    ],
    [
      at('2026-01-26'),
      housing,
      {
        type: 'ReceiptAcknowledged',
        data: {
          ...item,
          assignmentId: 'g3-a1',
          handler: 'person:hb-4',
          phoneMasked: null,
          receivedOn: '2026-01-26',
        },
      },
    ],
    [
      at('2026-04-15'),
      government,
      {
        type: 'ReplySent',
        data: {
          ...item,
          replyNo: '复〔2026〕12号',
          signer: 'person:hb-9',
          scheme: 'cq-abcd',
          class: 'B',
          text: '年内建成 12 个。',
          commitments: [
            { id: 'c1', text: '建成 9 个', dueOn: '2026-06-30' },
            { id: 'c2', text: '建成其余 3 个', dueOn: '2026-06-30' },
          ],
          toProposers: ['person:dp-1', 'person:dp-2'],
          sentOn: '2026-04-15',
        },
      },
    ],
    [
      at('2026-04-20'),
      deputy,
      {
        type: 'ReplyEvaluated',
        data: {
          ...item,
          replyNo: '复〔2026〕12号',
          round: 1,
          evaluator: 'person:dp-1',
          organ: 'cq-housing',
          dimensions: [
            { dimension: 'attitude', grade: 'satisfied' },
            { dimension: 'result', grade: 'satisfied' },
          ],
          reasons: null,
        },
      },
    ],
    [
      at('2026-04-21'),
      deputy,
      {
        type: 'EventCorrected',
        data: {
          targetEventId: eventIdOf(stream, 6),
          targetType: 'ReplyEvaluated',
          field: '/dimensions/1/grade',
          old: 'satisfied',
          new: 'basic',
          reason: '误点',
          approver: 'person:dp-1',
        },
      },
    ],
    [
      at('2026-06-26'),
      housing,
      {
        type: 'CommitmentFulfilled',
        data: {
          ...item,
          commitmentId: 'c1',
          evidence: [{ digest: digest('canteens'), name: '验收.pdf', mediaType: 'application/pdf' }],
        },
      },
    ],
    [
      at('2026-06-29'),
      housing,
      {
        type: 'CommitmentRolledOver',
        data: { ...item, commitmentId: 'c2', newDueOn: '2026-12-31', explanation: '用地手续未完成' },
      },
    ],
    [
      at('2026-07-10'),
      office,
      {
        type: 'SurveyWaveRecorded',
        data: {
          surveyId: 'gs1',
          waveId: 'gs1-w1',
          coversItemIds: ['g3-i1'],
          instrument: 'door-to-door',
          population: '12 个社区的 60 岁以上居民',
          frame: '社区登记名册',
          planned: 1200,
          issued: 1180,
          valid: 1132,
          counts: { verySatisfied: 301, satisfied: 420, basic: 250, dissatisfied: 120, veryDissatisfied: 41 },
          weightScheme: null,
          weightedRatePerMille: null,
          marginPerMille: 29,
          datasetHash: digest('answers'),
          contractor: '重庆社情民意调查中心',
        },
      },
    ],
    [
      at('2026-07-15'),
      deputy,
      {
        type: 'ReplyEvaluated',
        data: {
          ...item,
          replyNo: '复〔2026〕12号',
          round: 2,
          evaluator: 'person:dp-1',
          organ: 'cq-housing',
          dimensions: [
            { dimension: 'attitude', grade: 'satisfied' },
            { dimension: 'result', grade: 'dissatisfied' },
          ],
          reasons: '还差 3 个',
        },
      },
    ],
    [
      at('2026-07-16'),
      council,
      {
        type: 'EvaluationConcluded',
        data: {
          ...item,
          cycle: 1,
          round: 2,
          outcome: 'dissatisfied',
          ruleId: 'deputy-evaluation',
          inputs: [eventIdOf(stream, 11)],
          sparedByVerification: false,
          failures: 1,
          next: { cycle: 2, cause: 'dissatisfied', due: fixed('2026-08-17') },
        },
      },
    ],
  ],
};
