import { isRejected, rejected, type Rejected } from '@duban/kernel';
import { Type } from '@sinclair/typebox';
import { sameFacts } from '../../equality/same-facts.ts';
import type { Data, Stored } from '../../schema/data.ts';
import { closed, freeText, id, listOf, orNull, person, text, whole } from '../../schema/parts.ts';
import { itemRef } from '../../schema/references.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { AttachmentState, ItemState, OpenedCase } from '../case.state.ts';
import { attachmentPurpose, type ItemStage } from '../case.vocabulary.ts';
import type { CommandContext } from '../command-context.ts';
import { addresseeOf, proposersOf } from '../handlers.ts';
import { findItem, isHandling } from '../item-access.ts';
import { factOf } from '../occurred.ts';
import type { Step } from '../step.ts';

const digest = (name: 'sha256' | 'sm3') => Type.String({ pattern: `^${name}:[0-9a-f]{64}$` });

const attachmentFiled = closed({
  attachmentId: id(),
  /** Null: it belongs to the case as a whole. */
  itemId: orNull(itemRef()),
  /** As its sender called it, made safe for any file system. */
  name: freeText(),
  /** Found in the content, never claimed. */
  mediaType: text(),
  sizeInBytes: whole(1),
  sha256: digest('sha256'),
  sm3: digest('sm3'),
  /** Where the store keeps the encrypted bytes; says nothing about the content without the keys. */
  stored: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  purpose: orNull(attachmentPurpose()),
  /** `person:<id>` of everybody whom the content is about: it can be read while all of them have their key. */
  about: listOf(person()),
  supersedes: orNull(id()),
});

/** A file came to the case. It is never replaced: a newer one names it in `supersedes`, and both stay. */
export type AttachmentFiled = Stored<'AttachmentFiled', typeof attachmentFiled>;

type Refusal = Rejected<CaseRejection> | null;

/** Off every list: nothing is added to what is handled elsewhere, or not at all. */
const GONE: readonly ItemStage[] = ['MERGED', 'WITHDRAWN', 'TAKEN_BACK'];

const notCompetent = ({ actor }: CommandContext): Rejected<CaseRejection> =>
  rejected('actor.not-competent', { role: actor.role, organ: actor.organ });

const handles = (item: ItemState, organ: string): boolean =>
  isHandling(item, organ) || item.imported?.data.organ === organ;

/** An organ files on what it handles, the addressee on what is addressed to it, a deputy on their own suggestion. */
const refuseForeignItem = (state: OpenedCase, item: ItemState | null, context: CommandContext): Refusal => {
  const { actor } = context;
  switch (actor.role) {
    case 'organ-lead':
    case 'organ-co':
      if (item === null) return notCompetent(context);
      return handles(item, actor.organ) ? null : rejected('item.not-your-assignment', { organ: actor.organ });
    case 'government-office': {
      return addresseeOf(state, item) === actor.organ || (item !== null && handles(item, actor.organ))
        ? null
        : notCompetent(context);
    }
    case 'deputy':
      return item !== null && proposersOf(item).includes(actor.id) ? null : notCompetent(context);
    default:
      return null;
  }
};

const findAttachment = (state: OpenedCase, attachmentId: string): AttachmentState | undefined =>
  state.attachments.find(({ data }) => data.attachmentId === attachmentId);

/** A newer version comes from where the older one came from: nobody supersedes another's evidence. */
const isForeign = ({ filedBy }: AttachmentState, { actor }: CommandContext): boolean =>
  actor.role === 'deputy' ? filedBy.id !== actor.id : filedBy.organ !== actor.organ;

const refuseSuperseding = (
  state: OpenedCase,
  { supersedes, itemId }: Data<typeof attachmentFiled>,
  context: CommandContext,
): Refusal => {
  if (supersedes === null) return null;
  const older = findAttachment(state, supersedes);
  if (older === undefined) return rejected('attachment.unknown', { attachmentId: supersedes });
  if (older.data.itemId !== itemId)
    return rejected('attachment.other-item', { attachmentId: supersedes, itemId: older.data.itemId });
  if (older.supersededBy !== null)
    return rejected('attachment.superseded', { attachmentId: supersedes, by: older.supersededBy });
  return isForeign(older, context) ? rejected('attachment.not-yours', { attachmentId: supersedes }) : null;
};

/**
 * 提交附件: built by the server from the upload that it stored, so no address takes it from a sender. What is said of the
 * file was found out there. A closed case still takes files, an archived none.
 */
export const fileAttachment: Step<typeof attachmentFiled, AttachmentFiled> = {
  label: { zh: '提交附件', en: 'File an attachment' },
  data: attachmentFiled,
  who: [
    'supervision-office',
    'working-body',
    'chairpersons-council',
    'general-office',
    'organ-lead',
    'organ-co',
    'government-office',
    'deputy',
  ],
  at: 'case',
  during: ['open', 'closed'],
  inOwnName: true,
  origin: 'server',
  decide: (data, state, context) => {
    const known = findAttachment(state, data.attachmentId);
    if (known !== undefined)
      return sameFacts(known.data, data)
        ? []
        : rejected('attachment.id-taken', { attachmentId: data.attachmentId });
    if (state.status === 'archived') return rejected('case.not-open');
    const item = data.itemId === null ? null : findItem(state, data.itemId);
    if (item !== null && isRejected(item)) return item;
    if (item !== null && GONE.includes(item.stage))
      return rejected('item.wrong-stage', { itemId: item.itemId, stage: item.stage });
    return (
      refuseForeignItem(state, item, context) ??
      refuseSuperseding(state, data, context) ?? [{ type: 'AttachmentFiled', data }]
    );
  },
  events: {
    AttachmentFiled: {
      data: attachmentFiled,
      seenBy: 'parties',
      // A digest that was carried away would let guesses be tested after an erasure.
      published: false,
      personal: { name: ['about'] },
      // In the open it lets anybody check the file offline, and anybody with the log test guesses of a short file (ADR 6).
      personalWithPersons: { sha256: ['about'], sm3: ['about'] },
      fold: (state, event) => {
        const { attachmentId, supersedes } = event.data;
        const marked = state.attachments.map((attachment) =>
          attachment.data.attachmentId === supersedes
            ? { ...attachment, supersededBy: attachmentId }
            : attachment,
        );
        const filed = { filedAt: event.occurredAt, filedBy: event.actor, supersededBy: null };
        return { ...state, attachments: [...marked, { ...factOf(event), ...filed }] };
      },
    },
  },
};
