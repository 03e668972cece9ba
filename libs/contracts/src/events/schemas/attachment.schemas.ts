import { Type } from '@sinclair/typebox';
import { closed, freeText, id, listOf, orNull, person, text, whole } from './parts.ts';
import { attachmentPurpose } from './vocabulary.ts';

const digest = (name: 'sha256' | 'sm3') => Type.String({ pattern: `^${name}:[0-9a-f]{64}$` });

export const attachmentSchemas = {
  AttachmentFiled: closed({
    attachmentId: id(),
    itemId: orNull(id()),
    name: freeText(),
    mediaType: text(),
    sizeInBytes: whole(1),
    sha256: digest('sha256'),
    sm3: digest('sm3'),
    stored: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    purpose: orNull(attachmentPurpose()),
    about: listOf(person()),
    supersedes: orNull(id()),
  }),
};
