import { actor } from './case-parts.answers.ts';
import {
  answer,
  anyObject,
  flag,
  instant,
  list,
  listOf,
  optional,
  orNull,
  position,
  text,
  whole,
  type Answer,
} from './parts.ts';
import { caseStatuses, purposes, stages } from './vocabularies.ts';

const done = {
  revision: orNull(whole('Of the stream; null where nothing was ever appended')),
  position: position(),
  events: list(answer('AppendedEvent', { type: text(), id: text() })),
};

export const commandDone = answer('CommandAnswer', done);

const file = {
  attachmentId: text(),
  name: text(),
  mediaType: text(),
  sizeInBytes: whole(),
  sha256: text('`sha256:` and 64 hexadecimal digits'),
  sm3: text('`sm3:` and 64 hexadecimal digits'),
};

export const filedAttachment = answer('FiledAttachment', { ...done, ...file });

const attachmentView = answer('Attachment', {
  ...file,
  itemId: orNull(text()),
  purpose: orNull(purposes),
  about: list(text(), 'People that the file is about'),
  supersedes: orNull(text()),
  supersededBy: orNull(text()),
  filedBy: actor,
  filedAt: instant(),
  erased: flag('A key was destroyed or lost: name, digests and content can be had no more'),
  namedBy: list(
    answer('AttachmentNaming', { eventId: orNull(text()), itemId: orNull(text()) }),
    'Where the case names it by its digest',
  ),
});

export const attachments = listOf('Attachments', attachmentView);

const fault = answer('RequestFault', { pointer: text('JSON Pointer'), code: text(), detail: text() });

const refusedAt = answer('RefusalState', {
  case: caseStatuses,
  items: list(answer('RefusedItem', { itemId: text(), stage: stages, cycle: whole() })),
});

export const problem = answer(
  'Problem',
  {
    type: text(),
    status: whole(),
    code: text('Stable; never translated'),
    title: text('In the language of Accept-Language'),
    detail: text(),
    traceId: text(),
    errors: optional(list(fault, 'At most 20')),
    moreErrors: optional(whole()),
    reason: optional(text('Of a refusal: the code of the rule that stands against it')),
    details: optional(anyObject('What `code` or `reason` speaks of: which fields there are is up to them')),
    state: optional(refusedAt),
    allowed: optional(list(text(), 'Commands that would be taken now')),
    currentRevision: optional(orNull(whole())),
    lag: optional(orNull(whole('Events that the read model is behind'))),
  },
  'RFC 9457',
);

export type Attachments = Answer<typeof attachments>;
export type FiledAttachment = Answer<typeof filedAttachment>;
export type CommandAnswer = Answer<typeof commandDone>;
export type AttachmentView = Answer<typeof attachmentView>;
