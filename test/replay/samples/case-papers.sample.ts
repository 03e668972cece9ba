import { createHash } from 'node:crypto';
import { at, council, digest, due, eventIdOf, housing, office, type SampleStream } from './sample.ts';

const stream = 'case-g7';
const item = { itemId: 'g7-i1' };
const scan = '关于申请延期的函';
const paper = {
  ...{ enteredFor: 'cq-housing', incomingNo: '收〔2026〕117号', documentDate: '2026-04-01' },
  ...{ receivedOn: '2026-04-03', attachment: digest(scan) },
};

/** A letter that came in before the due date and was entered after it, and what its organ objected to. */
export const casePapers: SampleStream = {
  stream,
  steps: [
    [
      at('2026-01-05'),
      office,
      {
        type: 'CaseOpened',
        data: {
          ...{ caseId: 'g7', caseNo: '督〔2026〕7号', tenant: 'cq-npcsc', supervisionForm: 'law-inspection' },
          source: {
            ...{ type: 'law-inspection', title: '电梯安全执法检查报告', documentNo: '常办〔2026〕7号' },
            ...{ date: '2026-01-04', paragraphs: 2, digest: null },
          },
          ...{ addressee: 'cq-gov', leadCommittee: 'cq-npcsc-urban', topic: 'lifts', linkedFrom: null },
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
          ...{ caseId: 'g7', sourceId: '常办〔2026〕7号', sourceParagraph: '1', title: '老旧电梯更新慢' },
          ...{ text: '部分小区电梯超期使用。', category: 'problem', topicTag: 'lifts', proposers: [] },
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
          assignments: [{ id: 'g7-a1', organ: 'cq-housing', role: 'lead', scopeText: '更新' }],
          ...{ addressee: 'cq-gov', rectificationType: 'phased', legalPeriod: { n: 3, unit: 'month' } },
          ...{ due: due('2026-01-05', 3, 'month'), fixedInResolution: false },
          ...{ planDue: null, coOpinionDue: null },
          ...{ returnUntil: due('2026-01-05', 7, 'working-day'), assignedOn: '2026-01-05' },
          ...{ ruleSet: 'cq-default@1', instruments: ['verification'] },
          thresholdRuleId: 'vote-majority-of-all',
        },
      },
    ],
    [
      at('2026-04-09'),
      office,
      {
        type: 'AttachmentFiled',
        data: {
          ...{ attachmentId: 'g7-f1', itemId: null, name: `${scan}.pdf`, mediaType: 'application/pdf' },
          ...{ sizeInBytes: Buffer.byteLength(scan), sha256: digest(scan) },
          sm3: `sm3:${createHash('sm3').update(scan).digest('hex')}`,
          stored: digest(`place of ${scan}`).slice('sha256:'.length),
          ...{ purpose: 'other', about: [], supersedes: null },
        },
      },
    ],
    [
      at('2026-04-09', '10:00:00'),
      office,
      {
        type: 'ExtensionRequested',
        data: { ...item, requestedDue: '2026-05-06', reason: '配件到货晚', requestedOn: '2026-04-03' },
      },
      { paper },
    ],
    [
      at('2026-04-10'),
      housing,
      {
        type: 'Objected',
        data: {
          ...{ objectionId: 'objection-1', ...item, against: 'received-day' },
          ...{ subjectId: eventIdOf(stream, 4), ground: '回执上的日期是4月2日' },
        },
      },
    ],
    [
      at('2026-04-13'),
      council,
      {
        type: 'ObjectionDecided',
        data: { objectionId: 'objection-1', upheld: false, ground: '以收文登记簿为准' },
      },
    ],
  ],
};
