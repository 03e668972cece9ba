import type { CaseEvent } from '../case.events.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { EventTexts } from '../../texts/event-text.ts';
import { refusal, type CodesOf, type RefusalTexts } from '../../texts/refusal-text.ts';
import { text } from '../../texts/text.ts';

/** Files of a case. */
export const attachmentTexts = {
  AttachmentFiled: {
    label: text('提交附件', 'attachment filed'),
    zh: ({ name, itemId, supersedes }, { by, on, item }) =>
      `${by}于${on}${itemId === null ? '' : `就${item(itemId)}`}提交附件《${name}》${supersedes === null ? '' : '，取代原附件'}`,
    en: ({ name, itemId, supersedes }, { by, on, item }) =>
      `${by} filed “${name}” on ${on}${itemId === null ? '' : ` for ${item(itemId)}`}${supersedes === null ? '' : ', in place of an earlier file'}`,
  },
} satisfies Partial<EventTexts<CaseEvent>>;

/** Refusals about files of a case. */
export const attachmentRefusals: RefusalTexts<CodesOf<CaseRejection, 'attachment' | 'digest'>> = {
  'digest.not-filed': refusal(
    ['案件中没有这个摘要值的文件', 'The case has no file of this digest'],
    [
      '先把文件作为附件提交，再引用其摘要值；文件另存他处的，在 heldOutside 中列明，系统按“另存他处，未见原件”显示',
      'File it as an attachment first, then name its digest; a file that is kept elsewhere is listed in heldOutside and shown as “held outside, not seen”',
    ],
  ),
  'attachment.unknown': refusal(
    ['案件中没有这个附件', 'The case has no such attachment'],
    ['从附件列表中选择', 'Choose one from the list of attachments'],
  ),
  'attachment.id-taken': refusal(
    ['该附件编号已用于内容不同的附件', 'The attachment id belongs to another file'],
    ['用新的 Idempotency-Key 重新上传', 'Upload it again with a fresh Idempotency-Key'],
  ),
  'attachment.superseded': refusal(
    ['该附件已被新版本取代', 'The attachment is superseded already'],
    ['取代最新的版本', 'Supersede the newest version'],
  ),
  'attachment.other-item': refusal(
    ['被取代的附件属于另一事项', 'The attachment to be superseded belongs to another item'],
    ['在同一事项下提交新版本', 'File the newer version with the same item'],
  ),
  'attachment.not-yours': refusal(
    ['只能取代本单位提交的附件', 'Only whoever filed an attachment may supersede it'],
    ['请原提交单位提交新版本，或另行提交附件', 'Ask the filing organ for it, or file one of your own'],
  ),
};
