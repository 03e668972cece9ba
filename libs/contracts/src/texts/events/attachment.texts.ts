import type { AttachmentFiled } from '@duban/domain';
import { text } from '../text.ts';
import type { EventTexts } from './event-text.ts';

export const attachmentTexts: EventTexts<AttachmentFiled> = {
  AttachmentFiled: {
    label: text('提交附件', 'attachment filed'),
    zh: ({ name, itemId, supersedes }, { by, on, item }) =>
      `${by}于${on}${itemId === null ? '' : `就${item(itemId)}`}提交附件《${name}》${supersedes === null ? '' : '，取代原附件'}`,
    en: ({ name, itemId, supersedes }, { by, on, item }) =>
      `${by} filed “${name}” on ${on}${itemId === null ? '' : ` for ${item(itemId)}`}${supersedes === null ? '' : ', in place of an earlier file'}`,
  },
};
