import { isRejected, rejected, type Rejected } from '@duban/kernel';
import { sameFacts } from '../../equality/same-facts.ts';
import type { DecisionsOf } from '../case.decisions.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { AttachmentState, ItemState, OpenedCase } from '../case.state.ts';
import type { ItemStage } from '../case.vocabulary.ts';
import type { CommandContext } from '../command-context.ts';
import type { AttachmentFiled } from '../events/attachment.events.ts';
import { proposersOf } from '../handlers.ts';
import { findItem, isHandling } from '../item-access.ts';

type Refusal = Rejected<CaseRejection> | null;

/** Off every list: nothing is added to what is handled elsewhere, or not at all. */
const GONE: readonly ItemStage[] = ['MERGED', 'WITHDRAWN', 'TAKEN_BACK'];

const notCompetent = ({ actor }: CommandContext): Rejected<CaseRejection> =>
  rejected('actor.not-competent', { role: actor.role, organ: actor.organ });

const handles = (item: ItemState, organ: string): boolean =>
  isHandling(item, organ) || item.imported?.data.organ === organ;

/** An organ files on what it handles, the addressee on what is addressed to it, a deputy on their own suggestion. */
const unlessTheirs = (state: OpenedCase, item: ItemState | null, context: CommandContext): Refusal => {
  const { actor } = context;
  switch (actor.role) {
    case 'organ-lead':
    case 'organ-co':
      if (item === null) return notCompetent(context);
      return handles(item, actor.organ) ? null : rejected('item.not-your-assignment', { organ: actor.organ });
    case 'government-office': {
      const addressee = item?.addressee ?? state.opened.addressee;
      return addressee === actor.organ || (item !== null && handles(item, actor.organ))
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

const unlessSupersedable = (
  state: OpenedCase,
  { supersedes, itemId }: AttachmentFiled['data'],
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

export const attachmentDecisions: DecisionsOf<'FileAttachment'> = {
  /** What is said of the file was found out by the server that stored it. A closed case still takes files, an archived none. */
  FileAttachment: (data, state, context) => {
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
      unlessTheirs(state, item, context) ??
      unlessSupersedable(state, data, context) ?? [{ type: 'AttachmentFiled', data }]
    );
  },
};
