import { createHash } from 'node:crypto';
import { at, digest, office, type SampleStream } from './sample.ts';

const sm3 = (text: string): string => `sm3:${createHash('sm3').update(text).digest('hex')}`;

const file = (text: string) => ({
  sizeInBytes: Buffer.byteLength(text),
  sha256: digest(text),
  sm3: sm3(text),
  stored: digest(`place of ${text}`).slice('sha256:'.length),
});

/** A report, the final version that came in its place, and a photograph that is about somebody. */
export const caseAttachments: SampleStream = {
  stream: 'case-g5',
  steps: [
    [
      at('2026-03-02'),
      office,
      {
        type: 'CaseOpened',
        data: {
          caseId: 'g5',
          caseNo: '督〔2026〕5号',
          tenant: 'cq-npcsc',
          supervisionForm: 'law-inspection',
          source: {
            type: 'law-inspection',
            title: '校园食品安全',
            documentNo: '常办〔2026〕5号',
            date: '2026-03-01',
            paragraphs: 4,
            digest: null,
          },
          addressee: 'cq-gov',
          leadCommittee: 'cq-npcsc-edu',
          topic: 'school-food',
          linkedFrom: null,
          openedOn: '2026-03-02',
        },
      },
    ],
    [
      at('2026-03-03'),
      office,
      {
        type: 'AttachmentFiled',
        data: {
          attachmentId: 'g5-f1',
          itemId: null,
          name: '关于校园食品安全的整改报告.pdf',
          mediaType: 'application/pdf',
          ...file('整改报告'),
          purpose: 'result-report',
          about: [],
          supersedes: null,
        },
      },
    ],
    [
      at('2026-03-04'),
      office,
      {
        type: 'AttachmentFiled',
        data: {
          attachmentId: 'g5-f2',
          itemId: null,
          name: '关于校园食品安全的整改报告（终稿）.pdf',
          mediaType: 'application/pdf',
          ...file('整改报告（终稿）'),
          purpose: 'result-report',
          about: [],
          supersedes: 'g5-f1',
        },
      },
    ],
    [
      at('2026-03-05'),
      office,
      {
        type: 'AttachmentFiled',
        data: {
          attachmentId: 'g5-f3',
          itemId: null,
          name: '现场照片.jpg',
          mediaType: 'image/jpeg',
          ...file('现场照片'),
          purpose: null,
          about: ['person:pp-1'],
          supersedes: null,
        },
      },
    ],
  ],
};
