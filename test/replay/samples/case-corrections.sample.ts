import type { Actor } from '@duban/kernel';
import { at, committee, council, due, eventIdOf, office, type SampleStream, type Step } from './sample.ts';

const stream = 'case-g6';
const item = { itemId: 'g6-i1' };
const visit = eventIdOf(stream, 4);
const second: Actor = { ...committee, id: 'person:wb-2' };

type Change = { readonly field: string; readonly old: string; readonly new: string };

const corrected = (n: number, change: Change) => ({
  proposalId: `correction-${n}`,
  targetEventId: visit,
  targetType: 'InspectionRecorded',
  changes: [change],
  reason: '与视察记录原件不符',
  decision: n < 5 ? null : { body: '市人大城环委', documentNo: '城环委〔2026〕9号', decidedOn: '2026-05-12' },
});

const proposed = (n: number, day: string, change: Change, expiresOn: string): Step => [
  at(day),
  committee,
  { type: 'CorrectionProposed', data: { ...corrected(n, change), expiresOn } },
];

const confirmed = (n: number, day: string, change: Change, by: Actor = second): Step => [
  at(day, '15:00:00'),
  by,
  {
    type: 'CorrectionConfirmed',
    data: { ...corrected(n, change), byOnePerson: by.id === committee.id },
  },
];

const concluded = (day: string, outcome: 'satisfied' | 'basic'): Step => [
  at(day, '16:00:00'),
  committee,
  {
    type: 'EvaluationConcluded',
    data: {
      ...item,
      ...{ cycle: 1, round: null, outcome, ruleId: 'verification', inputs: [visit] },
      ...{ sparedByVerification: false, failures: 0, next: null },
    },
  },
];

const recomputed = (conclusion: number, was: 'satisfied' | 'basic', is: 'satisfied' | 'basic') => ({
  ...item,
  ...{ cycle: 1, conclusionEventId: eventIdOf(stream, conclusion), correctedEventId: visit },
  ...{ concluded: was, recomputed: is },
});

const verdict = (old: string, next: string): Change => ({ field: '/findings/0/verdict', old, new: next });
const place: Change = { field: '/place', old: '渝北', new: '江北' };
const day: Change = { field: '/date', old: '2026-03-10', new: '2026-03-11' };
const note: Change = { field: '/findings/0/note', old: '公示栏齐全', new: '公示栏基本齐全' };

/** What a visit found, corrected by two persons: in evaluation, after closing, and after archiving. */
export const caseCorrections: SampleStream = {
  stream,
  steps: [
    [
      at('2026-01-05'),
      office,
      {
        type: 'CaseOpened',
        data: {
          ...{ caseId: 'g6', caseNo: '督〔2026〕6号', tenant: 'cq-npcsc', supervisionForm: 'law-inspection' },
          source: {
            ...{ type: 'law-inspection', title: '物业管理执法检查报告', documentNo: '常办〔2026〕6号' },
            ...{ date: '2026-01-04', paragraphs: 2, digest: null },
          },
          ...{ addressee: 'cq-gov', leadCommittee: 'cq-npcsc-urban', topic: 'property', linkedFrom: null },
          openedOn: '2026-01-05',
        },
      },
    ],
    [
      at('2026-01-05', '10:00:00'),
      office,
      {
        type: 'ItemRegistered',
        data: {
          ...item,
          ...{ caseId: 'g6', sourceId: '常办〔2026〕6号', sourceParagraph: '1', title: '物业费公示不到位' },
          ...{ text: '部分小区没有公示物业费。', category: 'problem', topicTag: 'fees', proposers: [] },
        },
      },
    ],
    [
      at('2026-01-05', '11:00:00'),
      council,
      {
        type: 'ListApproved',
        data: {
          listNo: '清单2026-6',
          itemIds: ['g6-i1'],
          approvedBy: 'cq-npcsc-cc',
          meetingNo: '主任会议第80次',
        },
      },
    ],
    [
      at('2026-01-05', '15:00:00'),
      office,
      {
        type: 'ItemAssigned',
        data: {
          ...item,
          assignments: [{ id: 'g6-a1', organ: 'cq-housing', role: 'lead', scopeText: '公示' }],
          ...{ addressee: 'cq-gov', rectificationType: 'phased', legalPeriod: { n: 3, unit: 'month' } },
          ...{
            due: due('2026-01-05', 3, 'month'),
            fixedInResolution: false,
            planDue: null,
            coOpinionDue: null,
          },
          ...{ returnUntil: due('2026-01-05', 7, 'working-day'), assignedOn: '2026-01-05' },
          ...{ ruleSet: 'cq-default@1', instruments: ['verification'] },
          thresholdRuleId: 'vote-majority-of-all',
        },
      },
    ],
    [
      at('2026-03-12'),
      committee,
      {
        type: 'InspectionRecorded',
        data: {
          ...{ inspectionId: 'g6-n1', date: '2026-03-10', place: '渝北', participants: ['person:dp-1'] },
          findings: [{ itemId: 'g6-i1', verdict: 'verified', note: '公示栏齐全' }],
        },
      },
    ],
    [
      at('2026-03-13'),
      office,
      { type: 'ResultAccepted', data: { reportNo: 'R6', itemIds: ['g6-i1'], acceptedBy: 'cq-npcsc-urban' } },
    ],
    concluded('2026-03-16', 'satisfied'),
    proposed(1, '2026-03-17', place, '2026-04-16'),
    [
      at('2026-03-17', '14:00:00'),
      second,
      { type: 'CorrectionDeclined', data: { proposalId: 'correction-1', reason: '原件即为渝北' } },
    ],
    proposed(2, '2026-03-18', day, '2026-04-17'),
    confirmed(2, '2026-03-18', day),
    [
      at('2026-03-18', '15:00:00'),
      second,
      { type: 'ConclusionConfirmed', data: recomputed(6, 'satisfied', 'satisfied') },
    ],
    proposed(3, '2026-03-19', verdict('verified', 'partly'), '2026-04-18'),
    confirmed(3, '2026-03-19', verdict('verified', 'partly')),
    [
      at('2026-03-19', '15:00:00'),
      second,
      { type: 'ConclusionVoided', data: recomputed(6, 'satisfied', 'basic') },
    ],
    concluded('2026-03-20', 'basic'),
    [
      at('2026-04-02'),
      committee,
      {
        type: 'ItemClosed',
        data: {
          ...item,
          ...{
            cycle: 1,
            disposition: 'basically-resolved',
            verifier: 'cq-npcsc-urban',
            signer: 'person:cc-2',
          },
          ...{ lookBackDue: due('2026-04-02', 6, 'month'), publish: true, closedOn: '2026-04-02' },
        },
      },
    ],
    proposed(4, '2026-04-08', verdict('partly', 'verified'), '2026-05-08'),
    confirmed(4, '2026-04-08', verdict('partly', 'verified'), committee),
    [
      at('2026-04-08', '15:00:00'),
      committee,
      { type: 'ConclusionContested', data: recomputed(15, 'basic', 'satisfied') },
    ],
    [
      at('2026-04-09'),
      committee,
      {
        type: 'ContestedConclusionDecided',
        data: {
          ...item,
          ...{ conclusionEventId: eventIdOf(stream, 15), stands: true },
          ...{ reason: '抽查小区少，仍按基本满意', next: null },
        },
      },
    ],
    [
      at('2026-05-06'),
      office,
      {
        type: 'CaseClosed',
        data: {
          closedOn: '2026-05-06',
          dispositions: [{ ...item, disposition: 'basically-resolved' }],
        },
      },
    ],
    [
      at('2026-05-08'),
      office,
      { type: 'CaseArchived', data: { archiveNo: '督档〔2026〕6号', retention: 'permanent' } },
    ],
    proposed(5, '2026-05-12', note, '2026-06-11'),
    confirmed(5, '2026-05-12', note),
    [
      at('2026-05-12', '15:00:00'),
      second,
      { type: 'ArchiveCorrected', data: { proposalId: 'correction-5', archiveNo: '督档〔2026〕6号' } },
    ],
  ],
};
