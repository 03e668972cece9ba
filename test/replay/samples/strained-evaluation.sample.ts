import {
  at,
  clock,
  committee,
  council,
  digest,
  due,
  eventIdOf,
  fixed,
  government,
  office,
  type Step,
} from './sample.ts';

const item = { itemId: 'g2-i1' };

/** Reported, returned, dissatisfied, closed, relapsed, merged, withdrawn. The first step is event 23 of its stream. */
export const strainedEvaluation: readonly Step[] = [
  [
    at('2025-08-06'),
    government,
    {
      type: 'DraftResultSubmitted',
      data: {
        draftVersion: 1,
        documentHash: digest('g2-draft'),
        itemIds: ['g2-i1'],
        missingCoOpinions: ['cq-data'],
      },
    },
  ],
  [
    at('2025-08-08'),
    committee,
    {
      type: 'CommitteeOpinionGiven',
      data: { draftVersion: 1, itemIds: ['g2-i1'], verdict: 'disagree', comments: ['缺少佐证'] },
    },
  ],
  [
    at('2025-08-12'),
    government,
    {
      type: 'ResultSubmitted',
      data: {
        reportNo: '府办函〔2025〕66号',
        draftVersion: 1,
        signer: 'person:go-9',
        claims: [{ ...item, claimedDisposition: 'resolved', evidence: [] }],
        departureReason: '佐证另行报送',
        submittedOn: '2025-08-12',
      },
    },
  ],
  [
    at('2025-08-14'),
    committee,
    {
      type: 'ResultReturned',
      data: {
        reportNo: '府办函〔2025〕66号',
        itemIds: ['g2-i1'],
        defects: ['没有流量对比'],
        newDue: fixed('2025-09-15'),
      },
    },
  ],
  [
    at('2025-09-05'),
    government,
    {
      type: 'DraftResultSubmitted',
      data: {
        draftVersion: 2,
        documentHash: digest('g2-draft-2'),
        itemIds: ['g2-i1'],
        missingCoOpinions: [],
      },
    },
  ],
  [
    at('2025-09-08'),
    committee,
    {
      type: 'CommitteeOpinionGiven',
      data: { draftVersion: 2, itemIds: ['g2-i1'], verdict: 'agree', comments: [] },
    },
  ],
  [
    at('2025-09-10'),
    government,
    {
      type: 'ResultSubmitted',
      data: {
        reportNo: '府办函〔2025〕71号',
        draftVersion: 2,
        signer: 'person:go-9',
        claims: [{ ...item, claimedDisposition: 'resolved', evidence: [] }],
        departureReason: null,
        submittedOn: '2025-09-10',
      },
    },
  ],
  [
    at('2025-09-11'),
    committee,
    {
      type: 'ResultAccepted',
      data: { reportNo: '府办函〔2025〕71号', itemIds: ['g2-i1'], acceptedBy: 'cq-npcsc-urban' },
    },
  ],
  [
    at('2025-09-16'),
    office,
    {
      type: 'InspectionRecorded',
      data: {
        inspectionId: 'g2-n1',
        date: '2025-09-15',
        place: '江北区红旗河沟',
        participants: ['person:dp-1', 'person:dp-2'],
        findings: [{ ...item, verdict: 'partly', note: '两处路口未调整' }],
      },
    },
  ],
  [
    at('2025-09-18'),
    office,
    {
      type: 'AppraisalRecorded',
      data: {
        appraisalNo: 'g2-p1',
        coversItemIds: ['g2-i1'],
        panel: ['person:dp-1', 'person:dp-3'],
        dimensions: [{ name: '整改成效', scoreOutOf100: 52 }],
        grade: 'dissatisfied',
      },
    },
  ],
  [
    at('2025-09-19'),
    council,
    {
      type: 'EvaluationConcluded',
      data: {
        ...item,
        cycle: 1,
        round: null,
        outcome: 'dissatisfied',
        ruleId: 'combined',
        inputs: [eventIdOf('case-g2', 31), eventIdOf('case-g2', 32)],
        sparedByVerification: false,
        failures: 1,
        next: { cycle: 2, cause: 'dissatisfied', due: due('2025-09-19', 3, 'month') },
      },
    },
  ],
  [
    at('2025-11-04'),
    clock,
    {
      type: 'DueDateRecomputed',
      data: {
        ...item,
        which: 'due',
        assignmentId: null,
        before: due('2025-09-19', 3, 'month'),
        after: { ...due('2025-09-19', 3, 'month'), calendar: 'CN@2026-2' },
      },
    },
  ],
  [
    at('2025-11-10'),
    government,
    {
      type: 'DraftResultSubmitted',
      data: {
        draftVersion: 3,
        documentHash: digest('g2-draft-3'),
        itemIds: ['g2-i1'],
        missingCoOpinions: [],
      },
    },
  ],
  [
    at('2025-11-12'),
    committee,
    {
      type: 'CommitteeOpinionGiven',
      data: { draftVersion: 3, itemIds: ['g2-i1'], verdict: 'agree', comments: [] },
    },
  ],
  [
    at('2025-11-17'),
    government,
    {
      type: 'ResultSubmitted',
      data: {
        reportNo: '府办函〔2025〕90号',
        draftVersion: 3,
        signer: 'person:go-9',
        claims: [{ ...item, claimedDisposition: 'resolved', evidence: [] }],
        departureReason: null,
        submittedOn: '2025-11-17',
      },
    },
  ],
  [
    at('2025-11-18'),
    committee,
    {
      type: 'ResultAccepted',
      data: { reportNo: '府办函〔2025〕90号', itemIds: ['g2-i1'], acceptedBy: 'cq-npcsc-urban' },
    },
  ],
  [
    at('2025-11-20'),
    council,
    {
      type: 'EvaluationConcluded',
      data: {
        ...item,
        cycle: 2,
        round: null,
        outcome: 'satisfied',
        ruleId: 'verification',
        inputs: [],
        sparedByVerification: false,
        failures: 1,
        next: null,
      },
    },
  ],
  [
    at('2025-11-21'),
    committee,
    {
      type: 'ItemClosed',
      data: {
        ...item,
        cycle: 2,
        disposition: 'resolved',
        verifier: 'cq-npcsc-urban',
        signer: 'person:cc-2',
        lookBackDue: null,
        publish: false,
        closedOn: '2025-11-21',
      },
    },
  ],
  [at('2025-11-24'), office, { type: 'LookBackScheduled', data: { ...item, due: fixed('2026-05-21') } }],
  [
    at('2026-05-22'),
    office,
    {
      type: 'RelapseFound',
      data: {
        ...item,
        severity: 'serious',
        findings: '早高峰再次拥堵',
        evidence: [{ digest: digest('photo'), name: '现场.jpg', mediaType: 'image/jpeg' }],
        lookedBackOn: '2026-05-22',
      },
    },
  ],
  [
    at('2026-05-25'),
    council,
    {
      type: 'ItemReopened',
      data: {
        ...item,
        next: { cycle: 3, cause: 'relapse', due: due('2026-05-25', 3, 'month') },
        reason: '问题反弹',
      },
    },
  ],
  [
    at('2026-05-26'),
    office,
    { type: 'ItemMerged', data: { itemId: 'g2-i2', intoItemId: 'g2-i1', proposersCarried: [] } },
  ],
  [
    at('2026-05-27'),
    office,
    { type: 'ItemWithdrawn', data: { itemId: 'g2-i3', reason: '已由规划解决', consentDocs: ['同意书-1'] } },
  ],
  [at('2026-05-28'), office, { type: 'PublicationWithheld', data: { legalGround: '涉及未公开的规划' } }],
];
