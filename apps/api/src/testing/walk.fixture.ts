/** One item from registration to a passed look-back, through everything that can go wrong on the way. */
export type Step = {
  /** When it is sent; the office's clock is moved there. */
  readonly at: string;
  readonly by: string;
  readonly command: string;
  readonly data: object;
  readonly basis?: object;
  /** 200 unless said. */
  readonly status?: number;
  readonly reason?: string;
  /** Stage and cycle of the item afterwards. */
  readonly then?: readonly [stage: string, cycle: number];
};

/** The files of the walk lie elsewhere: what they hold is beside the point. */
const digest = (byte: string): string => `sha256:${byte.repeat(32)}`;

const CASE = {
  caseNo: 'DB-2025-004',
  supervisionForm: 'law-inspection',
  source: {
    type: 'law-inspection',
    title: '物业管理条例执法检查审议意见',
    documentNo: '渝人常〔2025〕4号',
    date: '2025-02-28',
    paragraphs: 3,
    digest: null,
  },
  addressee: 'cq-government',
  leadCommittee: 'cq-urban-committee',
  topic: 'property-management',
  linkedFrom: null,
};

const ITEM = {
  itemId: 'i1',
  sourceId: 'opinions-2025-04',
  sourceParagraph: '2',
  title: '物业费公示不到位',
  text: '部分小区未按规定公示物业费收支。',
  category: 'problem',
  topicTag: 'fee-disclosure',
  proposers: [],
};

const item = { itemId: 'i1' };
const items = { itemIds: ['i1'] };
const heldOutside = [digest('aa')];
const evidence = [{ digest: digest('aa'), name: '公示照片.zip', mediaType: 'application/zip' }];

const assign = (assignments: readonly object[]): object => ({
  ...item,
  assignments,
  addressee: 'cq-government',
  rectificationType: 'phased',
  instruments: ['vote'],
});

const vote = (
  voteId: string,
  present: number,
  counts: readonly [number, number, number],
  invalid: number,
): object => {
  const [satisfied, basic, dissatisfied] = counts;
  return {
    voteId,
    meetingNo: `M-${voteId}`,
    question: '对整改情况是否满意',
    coversItemIds: ['i1'],
    tellers: ['person:teller-1', 'person:teller-2'],
    ballotMode: 'paper',
    signedTallyHash: digest('bb'),
    heldOutside: [digest('bb')],
    ...{ eligible: 61, present, issued: present, collected: present, valid: present - invalid, invalid },
    counts: { satisfied, basic, dissatisfied },
  };
};

/** From the co-organ's opinion to the accepted result of one cycle. */
const reported = (n: number, days: readonly [string, string, string, string, string]): readonly Step[] => {
  const [opinion, draft, consulted, result, accepted] = days;
  return [
    {
      at: opinion,
      by: 'emergency',
      command: 'submit-co-opinion',
      data: {
        ...item,
        assignmentId: n === 1 ? 'a3' : `a3~${String(n)}`,
        text: `第${String(n)}轮协办意见`,
        evidence: [],
      },
    },
    {
      at: draft,
      by: 'gov',
      command: 'submit-draft-result',
      data: { documentHash: digest(`d${String(n)}`), ...items, heldOutside: [digest(`d${String(n)}`)] },
      then: ['CONSULTING', n],
    },
    {
      at: consulted,
      by: 'wb',
      command: 'give-committee-opinion',
      data: { ...items, verdict: 'agree', comments: [] },
    },
    {
      at: result,
      by: 'gov',
      command: 'submit-result',
      data: {
        reportNo: `R${String(n)}`,
        signer: 'person:vice-mayor',
        claims: [{ ...item, claimedDisposition: 'resolved', evidence }],
        heldOutside,
      },
      then: ['SUBMITTED', n],
    },
    {
      at: accepted,
      by: 'wb',
      command: 'accept-for-evaluation',
      data: { reportNo: `R${String(n)}`, ...items },
      then: ['EVALUATING', n],
    },
  ];
};

const closing = {
  ...item,
  disposition: 'resolved',
  verifier: 'cq-urban-committee',
  signer: 'person:demo-wb',
  publish: true,
};

export const walk: readonly Step[] = [
  { at: '2025-03-03', by: 'so', command: 'open-case', data: CASE, status: 201 },
  { at: '2025-03-04', by: 'so', command: 'register-item', data: ITEM },
  {
    at: '2025-03-05',
    by: 'cc',
    command: 'approve-list',
    data: { listNo: 'L1', ...items, approvedBy: 'chairpersons-council', meetingNo: 'CC-31' },
    then: ['LISTED', 0],
  },
  {
    at: '2025-03-06',
    by: 'so',
    command: 'assign',
    data: assign([{ id: 'a1', organ: 'cq-civil-affairs', role: 'lead', scopeText: '全部' }]),
    then: ['ASSIGNED', 1],
  },
  {
    at: '2025-03-10',
    by: 'civil',
    command: 'request-return',
    data: {
      ...item,
      assignmentId: 'a1',
      reasonCode: 'not-competent',
      text: '不属本局职责',
      proposedOrgan: 'cq-housing',
    },
    then: ['RETURN_REQUESTED', 1],
  },
  {
    at: '2025-03-11',
    by: 'gov',
    command: 'decide-return',
    data: { ...item, assignmentId: 'a1', accept: true, newOrgan: 'cq-housing', reason: '属住建职责' },
    then: ['LISTED', 1],
  },
  {
    at: '2025-03-12',
    by: 'so',
    command: 'assign',
    data: assign([
      { id: 'a2', organ: 'cq-housing', role: 'lead', scopeText: '全部' },
      { id: 'a3', organ: 'cq-emergency', role: 'co', scopeText: '消防部分' },
    ]),
    then: ['ASSIGNED', 1],
  },
  {
    at: '2025-03-13',
    by: 'housing',
    command: 'acknowledge-receipt',
    data: { ...item, assignmentId: 'a2', handler: 'person:demo-housing' },
    then: ['RECEIVED', 1],
  },
  {
    at: '2025-03-28',
    by: 'housing',
    command: 'file-plan',
    data: {
      ...item,
      assignmentId: 'a2',
      measures: [
        {
          id: 'm1',
          text: '逐小区核查公示栏',
          post: '物业处处长',
          milestoneDate: '2025-05-30',
          indicator: '公示小区占比',
          target: '100%',
        },
      ],
    },
    then: ['RECTIFYING', 1],
  },
  {
    at: '2025-04-30',
    by: 'housing',
    command: 'report-progress',
    data: {
      ...item,
      assignmentId: 'a2',
      periodEnd: '2025-04-30',
      percent: 60,
      milestoneStates: [{ measureId: 'm1', state: 'on-track' }],
      blockers: '',
      evidence,
      heldOutside,
    },
  },
  {
    at: '2025-06-20',
    by: 'housing',
    command: 'request-extension',
    data: { ...item, requestedDue: '2025-08-12', reason: '工作量大' },
    status: 409,
    reason: 'extension.after-deadline',
    then: ['RECTIFYING', 1],
  },
  ...reported(1, ['2025-06-21', '2025-06-23', '2025-06-25', '2025-06-27', '2025-06-30']),
  { at: '2025-07-25', by: 'so', command: 'record-vote', data: vote('V1', 56, [22, 7, 26], 1) },
  { at: '2025-07-28', by: 'wb', command: 'conclude', data: items, then: ['RECTIFYING', 2] },
  ...reported(2, ['2025-08-18', '2025-08-20', '2025-08-22', '2025-08-25', '2025-08-27']),
  { at: '2025-09-20', by: 'so', command: 'record-vote', data: vote('V2', 58, [36, 15, 7], 0) },
  { at: '2025-09-22', by: 'wb', command: 'conclude', data: items, then: ['EVALUATING', 2] },
  { at: '2025-09-23', by: 'wb', command: 'close-item', data: closing, then: ['CLOSED', 2] },
  { at: '2025-09-24', by: 'so', command: 'schedule-look-back', data: item, then: ['LOOKBACK', 2] },
  {
    at: '2026-03-25',
    by: 'so',
    command: 'record-look-back',
    data: { ...item, passed: false, findings: '三个小区停止公示', severity: 'serious', evidence: [] },
    then: ['LOOKBACK', 2],
  },
  {
    at: '2026-03-26',
    by: 'cc',
    command: 'reopen',
    data: { ...item, reason: '问题反弹' },
    basis: { meeting: '主任会议第52次' },
    then: ['RECTIFYING', 3],
  },
  ...reported(3, ['2026-04-01', '2026-04-07', '2026-04-09', '2026-04-13', '2026-04-15']),
  { at: '2026-05-28', by: 'so', command: 'record-vote', data: vote('V3', 57, [45, 9, 3], 0) },
  { at: '2026-05-29', by: 'wb', command: 'conclude', data: items, then: ['EVALUATING', 3] },
  { at: '2026-06-01', by: 'wb', command: 'close-item', data: closing, then: ['CLOSED', 3] },
  { at: '2026-06-02', by: 'so', command: 'schedule-look-back', data: item, then: ['LOOKBACK', 3] },
  {
    at: '2026-12-03',
    by: 'so',
    command: 'record-look-back',
    data: { ...item, passed: true, findings: '抽查二十个小区均按月公示' },
    then: ['CLOSED', 3],
  },
];

/** The same walk in a case of its own number: no two cases have one number. */
export const numbered = (caseNo: string): readonly Step[] =>
  walk.map((step) => (step.command === 'open-case' ? { ...step, data: { ...step.data, caseNo } } : step));
