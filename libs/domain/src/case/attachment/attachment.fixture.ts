import type { AttachmentFiled } from './file-attachment.step.ts';

/** A file as the server found it. For specs only. */
export const attachment = (more: Partial<AttachmentFiled['data']> = {}): AttachmentFiled['data'] => ({
  attachmentId: 'f1',
  itemId: null,
  name: '整改报告.pdf',
  mediaType: 'application/pdf',
  sizeInBytes: 12,
  sha256: `sha256:${'0'.repeat(64)}`,
  sm3: `sm3:${'0'.repeat(64)}`,
  stored: '1'.repeat(64),
  purpose: 'evidence',
  about: [],
  supersedes: null,
  ...more,
});
