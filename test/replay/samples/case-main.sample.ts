import {
  at,
  committee,
  council,
  data,
  digest,
  due,
  eventIdOf,
  government,
  housing,
  office,
  type SampleStream,
} from './sample.ts';

const stream = 'case-g1';
const item = { itemId: 'g1-i1' };
const period = { n: 6, unit: 'month' } as const;

/** Worked example 1 of the domain notes: two organs, a late co-opinion, an extension, Basic, closed, looked back. */
export const caseMain: SampleStream = {
  stream,
  steps: [
    [
      at('2025-08-04'),
      office,
      {
        type: 'CaseOpened',
        data: {
          caseId: 'g1',
          caseNo: '督〔2025〕1号',
          tenant: 'cq-npcsc',
          supervisionForm: 'work-report',
          source: {
            type: 'work-report',
            title: '关于四类管线数字孪生建设情况报告的审议意见',
            documentNo: '常办〔2025〕31号',
            date: '2025-08-01',
            paragraphs: 12,
            digest: digest('source'),
          },
          addressee: 'cq-gov',
          leadCommittee: 'cq-npcsc-urban',
          topic: 'four-pipeline-digital-twin',
          linkedFrom: null,
          openedOn: '2025-08-04',
        },
      },
    ],
    [
      at('2025-08-04', '10:00:00'),
      office,
      {
        type: 'ItemRegistered',
        data: {
          ...item,
          caseId: 'g1',
          sourceId: '常办〔2025〕31号',
          sourceParagraph: '3',
          title: '地下管线底图数据不全',
          text: '部分老旧管线没有纳入统一底图,坐标体系不一致。',
          category: 'problem',
          topicTag: 'base-map',
          proposers: [],
        },
      },
    ],
    [
      at('2025-08-05'),
      council,
      {
        type: 'ListApproved',
        data: {
          listNo: '清单2025-1',
          itemIds: ['g1-i1'],
          approvedBy: 'cq-npcsc-cc',
          meetingNo: '主任会议第72次',
        },
      },
    ],
    [
      at('2025-08-05', '15:00:00'),
      office,
      {
        type: 'ItemAssigned',
        data: {
          ...item,
          assignments: [
            { id: 'g1-a1', organ: 'cq-housing', role: 'lead', scopeText: '统一底图' },
            { id: 'g1-a2', organ: 'cq-data', role: 'co', scopeText: '数据标准' },
          ],
          addressee: 'cq-gov',
          rectificationType: 'phased',
          legalPeriod: period,
          due: due('2025-08-05', 6, 'month'),
          fixedInResolution: false,
          planDue: due('2025-08-05', 30, 'calendar-day'),
          coOpinionDue: due('2025-08-05', 1, 'month'),
          returnUntil: due('2025-08-05', 7, 'working-day'),
          assignedOn: '2025-08-05',
          ruleSet: 'cq-default@1',
          instruments: ['vote'],
          thresholdRuleId: 'vote-majority-of-all',
        },
      },
    ],
    [
      at('2025-08-06'),
      housing,
      {
        type: 'ReceiptAcknowledged',
        data: {
          ...item,
          assignmentId: 'g1-a1',
          handler: 'person:hb-2',
          phoneMasked: '023-****1234',
          receivedOn: '2025-08-06',
        },
      },
    ],
    [
      at('2025-08-28'),
      housing,
      {
        type: 'PlanFiled',
        data: {
          ...item,
          assignmentId: 'g1-a1',
          planVersion: 1,
          measures: [
            {
              id: 'm1',
              text: '补测老旧管线',
              post: '管网处处长',
              milestoneDate: '2025-11-30',
              indicator: '补测率',
              target: '60%',
            },
          ],
        },
      },
    ],
    [
      at('2025-09-08'),
      office,
      { type: 'CoOpinionMissed', data: { ...item, assignmentId: 'g1-a2', dueDate: '2025-09-05' } },
    ],
    [
      at('2025-09-12'),
      data,
      {
        type: 'CoOpinionSubmitted',
        data: {
          ...item,
          assignmentId: 'g1-a2',
          version: 1,
          text: '建议统一采用 2000 国家大地坐标系。',
          evidence: [{ digest: digest('standard'), name: '数据标准.pdf', mediaType: 'application/pdf' }],
        },
      },
    ],
    [
      at('2025-11-28'),
      housing,
      {
        type: 'ProgressReported',
        data: {
          ...item,
          assignmentId: 'g1-a1',
          periodEnd: '2025-11-30',
          percent: 60,
          milestoneStates: [{ measureId: 'm1', state: 'on-track' }],
          blockers: '',
          evidence: [],
        },
      },
    ],
    [
      at('2026-01-12'),
      housing,
      {
        type: 'ExtensionRequested',
        data: {
          ...item,
          requestedDue: '2026-04-07',
          reason: '外业测量受汛期影响',
          requestedOn: '2026-01-12',
        },
      },
    ],
    [
      at('2026-01-20'),
      council,
      {
        type: 'ExtensionGranted',
        data: { ...item, newDue: due('2026-02-05', 60, 'calendar-day'), decidedBy: 'cq-npcsc-cc', count: 1 },
      },
    ],
    [
      at('2026-03-10'),
      government,
      {
        type: 'DraftResultSubmitted',
        data: { draftVersion: 1, documentHash: digest('draft-1'), itemIds: ['g1-i1'], missingCoOpinions: [] },
      },
    ],
    [
      at('2026-03-16'),
      committee,
      {
        type: 'CommitteeOpinionGiven',
        data: {
          draftVersion: 1,
          itemIds: ['g1-i1'],
          verdict: 'agree-with-comments',
          comments: ['补充补测率的计算口径'],
        },
      },
    ],
    [
      at('2026-03-25'),
      government,
      {
        type: 'ResultSubmitted',
        data: {
          reportNo: '府办函〔2026〕18号',
          draftVersion: 1,
          signer: 'person:go-9',
          claims: [
            {
              ...item,
              claimedDisposition: 'resolved',
              evidence: [
                { digest: digest('survey-map'), name: '底图验收.pdf', mediaType: 'application/pdf' },
              ],
            },
          ],
          departureReason: null,
          submittedOn: '2026-03-25',
        },
      },
    ],
    [
      at('2026-03-27'),
      committee,
      {
        type: 'ResultAccepted',
        data: { reportNo: '府办函〔2026〕18号', itemIds: ['g1-i1'], acceptedBy: 'cq-npcsc-urban' },
      },
    ],
    [
      at('2026-03-30', '16:00:00'),
      office,
      {
        type: 'VoteRecorded',
        data: {
          voteId: 'g1-v1',
          meetingNo: '常委会第20次会议',
          question: '对研究处理情况报告是否满意',
          coversItemIds: ['g1-i1'],
          eligible: 61,
          present: 57,
          issued: 57,
          collected: 57,
          valid: 57,
          counts: { satisfied: 29, basic: 23, dissatisfied: 5 },
          invalid: 0,
          tellers: ['person:tl-1', 'person:tl-2'],
          ballotMode: 'terminal',
          signedTallyHash: digest('tally'),
          votedOn: '2026-03-30',
        },
      },
    ],
    [
      at('2026-03-30', '17:00:00'),
      council,
      {
        type: 'EvaluationConcluded',
        data: {
          ...item,
          cycle: 1,
          round: null,
          outcome: 'basic',
          ruleId: 'vote-majority-of-all',
          inputs: [eventIdOf(stream, 15)],
          sparedByVerification: false,
          failures: 0,
          next: null,
        },
      },
    ],
    [
      at('2026-04-02'),
      committee,
      {
        type: 'ItemClosed',
        data: {
          ...item,
          cycle: 1,
          disposition: 'basically-resolved',
          verifier: 'cq-npcsc-urban',
          signer: 'person:cc-2',
          lookBackDue: due('2026-04-02', 6, 'month'),
          publish: true,
          closedOn: '2026-04-02',
        },
      },
    ],
    [
      at('2026-04-03'),
      office,
      { type: 'LookBackScheduled', data: { ...item, due: due('2026-04-02', 6, 'month') } },
    ],
    [
      at('2026-10-10'),
      office,
      {
        type: 'LookBackPassed',
        data: {
          ...item,
          findings: '底图持续更新,未见反弹。',
          widerImplications: '已推广到排水管线',
          nextDue: null,
          lookedBackOn: '2026-10-10',
        },
      },
    ],
    [
      at('2026-10-12'),
      office,
      { type: 'ResultPublished', data: { channel: '常委会公报', url: null, date: '2026-10-12' } },
    ],
    [
      at('2026-10-13'),
      office,
      {
        type: 'PartyReportRecorded',
        data: {
          kind: 'report',
          docNo: '常党〔2026〕9号',
          date: '2026-10-13',
          subject: '督办情况',
          replyDocNo: null,
        },
      },
    ],
    [
      at('2026-10-13', '10:00:00'),
      office,
      { type: 'CaseLinked', data: { kind: 'needs-legislation', target: '管线条例修订建议' } },
    ],
    [
      at('2026-10-14'),
      office,
      {
        type: 'EventCorrected',
        data: {
          targetEventId: eventIdOf(stream, 4),
          targetType: 'ReceiptAcknowledged',
          field: '/phoneMasked',
          old: '023-****1234',
          new: '023-****4321',
          reason: '号码录错',
          approver: 'cq-npcsc-so',
        },
      },
    ],
    [
      at('2026-10-15'),
      office,
      {
        type: 'CaseClosed',
        data: { closedOn: '2026-10-15', dispositions: [{ ...item, disposition: 'basically-resolved' }] },
      },
    ],
    [
      at('2026-10-20'),
      office,
      { type: 'CaseArchived', data: { archiveNo: '2026-DB-0001', retention: 'permanent' } },
    ],
  ],
};
