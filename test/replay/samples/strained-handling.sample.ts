import { at, clock, committee, council, data, due, fixed, housing, office, type Step } from './sample.ts';

const item = { itemId: 'g2-i1' };
const registered = (itemId: string, title: string) =>
  ({
    type: 'ItemRegistered',
    data: {
      itemId,
      caseId: 'g2',
      sourceId: '常办〔2025〕40号',
      sourceParagraph: '1',
      title,
      text: title,
      category: 'problem',
      topicTag: 'traffic',
      proposers: [],
    },
  }) as const;

/** Returned, refused, assigned anew, suspended, late, escalated. */
export const strainedHandling: readonly Step[] = [
  [
    at('2025-03-03'),
    office,
    {
      type: 'CaseOpened',
      data: {
        caseId: 'g2',
        caseNo: '督〔2025〕2号',
        tenant: 'cq-npcsc',
        supervisionForm: 'resolution',
        source: {
          type: 'resolution',
          title: '关于交通缓堵促畅的决议',
          documentNo: '常办〔2025〕40号',
          date: null,
          paragraphs: 4,
          digest: null,
        },
        addressee: 'cq-gov',
        leadCommittee: null,
        topic: 'traffic',
        linkedFrom: 'case-2024-7',
        openedOn: '2025-03-03',
      },
    },
  ],
  [at('2025-03-03', '09:10:00'), office, registered('g2-i1', '信号配时不合理')],
  [at('2025-03-03', '09:20:00'), office, registered('g2-i2', '学校周边拥堵')],
  [at('2025-03-03', '09:30:00'), office, registered('g2-i3', '公交专用道不连续')],
  [
    at('2025-03-04'),
    council,
    {
      type: 'ListApproved',
      data: {
        listNo: '清单2025-2',
        itemIds: ['g2-i1', 'g2-i2', 'g2-i3'],
        approvedBy: 'cq-npcsc-cc',
        meetingNo: '主任会议第65次',
      },
    },
  ],
  [
    at('2025-03-05'),
    office,
    {
      type: 'ItemAssigned',
      data: {
        ...item,
        assignments: [{ id: 'g2-a1', organ: 'cq-data', role: 'lead', scopeText: '信号配时' }],
        addressee: 'cq-gov',
        rectificationType: 'at-once',
        legalPeriod: null,
        due: fixed('2025-06-30'),
        fixedInResolution: true,
        planDue: null,
        coOpinionDue: null,
        returnUntil: due('2025-03-05', 7, 'working-day'),
        assignedOn: '2025-03-05',
        ruleSet: 'cq-default@1',
        instruments: ['inspection', 'appraisal', 'verification'],
        thresholdRuleId: 'vote-majority-of-all',
      },
    },
  ],
  [
    at('2025-03-10'),
    data,
    {
      type: 'ReturnRequested',
      data: {
        ...item,
        assignmentId: 'g2-a1',
        reasonCode: 'not-competent',
        text: '信号配时不属于本单位职责',
        proposedOrgan: 'cq-housing',
        requestedOn: '2025-03-10',
      },
    },
  ],
  [
    at('2025-03-11'),
    office,
    {
      type: 'ReturnRefused',
      data: { ...item, assignmentId: 'g2-a1', decidedBy: 'cq-npcsc-so', reason: '职责清单已列明' },
    },
  ],
  [
    at('2025-03-12'),
    data,
    {
      type: 'ReturnRequested',
      data: {
        ...item,
        assignmentId: 'g2-a1',
        reasonCode: 'other',
        text: '职责清单已修订',
        proposedOrgan: 'cq-housing',
        requestedOn: '2025-03-12',
      },
    },
  ],
  [
    at('2025-03-13'),
    office,
    {
      type: 'ReturnAccepted',
      data: {
        ...item,
        assignmentId: 'g2-a1',
        decidedBy: 'cq-npcsc-so',
        newOrgan: 'cq-housing',
        reason: '同意',
      },
    },
  ],
  [
    at('2025-03-14'),
    office,
    {
      type: 'ItemAssigned',
      data: {
        ...item,
        assignments: [{ id: 'g2-a2', organ: 'cq-housing', role: 'lead', scopeText: '信号配时' }],
        addressee: 'cq-gov',
        rectificationType: 'at-once',
        legalPeriod: null,
        due: fixed('2025-06-30'),
        fixedInResolution: true,
        planDue: null,
        coOpinionDue: null,
        returnUntil: due('2025-03-14', 7, 'working-day'),
        assignedOn: '2025-03-14',
        ruleSet: 'cq-default@1',
        instruments: ['inspection', 'appraisal', 'verification'],
        thresholdRuleId: 'vote-majority-of-all',
      },
    },
  ],
  [
    at('2025-03-17'),
    housing,
    {
      type: 'ReceiptAcknowledged',
      data: {
        ...item,
        assignmentId: 'g2-a2',
        handler: 'person:hb-3',
        phoneMasked: null,
        receivedOn: '2025-03-17',
      },
    },
  ],
  [
    at('2025-03-18'),
    office,
    {
      type: 'ItemReassigned',
      data: {
        ...item,
        endedAssignmentId: null,
        assignment: { id: 'g2-a3', organ: 'cq-data', role: 'co', scopeText: '流量数据' },
        clockRule: 'continue',
        due: fixed('2025-06-30'),
        planDue: null,
        coOpinionDue: due('2025-03-18', 1, 'month'),
        returnUntil: due('2025-03-18', 7, 'working-day'),
        reassignedOn: '2025-03-18',
        reason: '需要数据支持',
      },
    },
  ],
  [
    at('2025-03-31'),
    housing,
    {
      type: 'PlanFiled',
      data: {
        ...item,
        assignmentId: 'g2-a2',
        planVersion: 1,
        measures: [
          {
            id: 'm1',
            text: '优化配时',
            post: '信号科科长',
            milestoneDate: '2025-05-30',
            indicator: '',
            target: '',
          },
        ],
      },
    },
  ],
  [
    at('2025-04-02'),
    committee,
    { type: 'PlanReturned', data: { ...item, planVersion: 1, reason: '没有指标' } },
  ],
  [
    at('2025-04-07'),
    council,
    {
      type: 'ItemSuspended',
      data: { ...item, ground: 'superior-approval', reviewDate: '2025-05-06', suspendedOn: '2025-04-07' },
    },
  ],
  [
    at('2025-05-07'),
    council,
    {
      type: 'ItemResumed',
      data: { ...item, daysSuspended: 30, newDue: fixed('2025-07-30'), resumedOn: '2025-05-07' },
    },
  ],
  [
    at('2025-06-25'),
    housing,
    {
      type: 'ExtensionRequested',
      data: { ...item, requestedDue: '2025-09-30', reason: '设备未到货', requestedOn: '2025-06-25' },
    },
  ],
  [
    at('2025-06-27'),
    council,
    {
      type: 'ExtensionRefused',
      data: { ...item, decidedBy: 'cq-npcsc-cc', reason: '决议规定的期限只能由常委会延长' },
    },
  ],
  [
    at('2025-07-20', '08:00:00'),
    clock,
    {
      type: 'DeadlineApproaching',
      data: { ...item, dueDate: '2025-07-30', daysLeft: 10, rung: 'reminder' },
    },
  ],
  [
    at('2025-07-31', '08:00:00'),
    clock,
    { type: 'DeadlineMissed', data: { ...item, dueDate: '2025-07-30', daysLate: 1, rung: 'chase-slip' } },
  ],
  [
    at('2025-07-31', '09:00:00'),
    office,
    {
      type: 'EscalationRaised',
      data: { escalationId: 'g2-e1', ...item, level: 'vice-chair', reason: '逾期未办结' },
    },
  ],
  [
    at('2025-08-04'),
    council,
    {
      type: 'EscalationDecided',
      data: {
        escalationId: 'g2-e1',
        ...item,
        measure: 'report-to-next-meeting',
        decidingBody: 'chairpersons-council',
        meetingNo: '主任会议第73次',
      },
    },
  ],
];
