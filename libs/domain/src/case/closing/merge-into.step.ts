import { isRejected, rejected, type Rejected } from '@duban/kernel';
import type { Data, Stored } from '../../schema/data.ts';
import { closed, listOf, person, without } from '../../schema/parts.ts';
import { itemRef } from '../../schema/references.ts';
import { caseStream } from '../case.events.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { OpenedCase } from '../case.state.ts';
import { ENDED_STAGES, OPEN_STAGES } from '../case.vocabulary.ts';
import { refuseWhileFailurePending } from '../evaluation/pending-failure.ts';
import { addresseeOf, proposersOf } from '../handlers.ts';
import { findItem, isOpen, withItem } from '../item-access.ts';
import { ownEntry } from '../own-entry.ts';
import type { Step } from '../step.ts';

const itemMerged = closed({
  itemId: itemRef(),
  /** Item in the same case, or `case-<id>/<itemId>` in another one. */
  intoItemId: itemRef(),
  proposersCarried: listOf(person()),
});

export type ItemMerged = Stored<'ItemMerged', typeof itemMerged>;

const sent = without(itemMerged, 'proposersCarried');

type Target = {
  readonly caseId: string;
  readonly supervisionForm: string;
  readonly addressee: string | null;
  readonly open: boolean;
  /** Every item the target was merged into, nearest first: merging may not close a ring. */
  readonly mergedInto: readonly string[];
};

/** Facts of the target where it is in another case, fetched by the caller. */
type Fetched = { readonly target?: Target };

/** Where an item of this case ended up, step by step. */
const mergedInto = ({ items }: OpenedCase, itemId: string): readonly string[] => {
  const chain: string[] = [];
  for (let next = ownEntry(items, itemId)?.mergedInto ?? null; next !== null && !chain.includes(next);) {
    chain.push(next);
    next = ownEntry(items, next)?.mergedInto ?? null;
  }
  return chain;
};

/** Facts of the target: in this case they are known here, in another one the caller fetched them. */
const targetOf = (
  state: OpenedCase,
  { intoItemId, target }: Data<typeof sent> & Fetched,
): Target | Rejected<CaseRejection> => {
  const { caseId, supervisionForm } = state.opened;
  if (intoItemId.includes('/')) return target ?? rejected('item.unknown', { itemId: intoItemId });
  const item = findItem(state, intoItemId);
  if (isRejected(item)) return item;
  const open = isOpen(item);
  return {
    caseId,
    supervisionForm,
    addressee: addresseeOf(state, item),
    open,
    mergedInto: mergedInto(state, intoItemId),
  };
};

/**
 * 并案: only what came the same way to the same addressee is handled together; nothing is merged in a ring, and every
 * deputy is still answered (section 2.7, S44).
 */
export const mergeInto: Step<typeof sent, ItemMerged, Fetched> = {
  label: { zh: '并案', en: 'Merge into another item' },
  data: sent,
  who: ['supervision-office'],
  at: OPEN_STAGES,
  decide: (data, state, context) => {
    const { itemId, intoItemId } = data;
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    const names = [itemId, `${caseStream(state.opened.caseId)}/${itemId}`];
    if (names.includes(intoItemId)) return rejected('merge.into-itself', { itemId });
    if (item.stage === 'MERGED' && item.mergedInto === intoItemId) return [];
    if (!isOpen(item))
      return rejected('item.wrong-stage', { itemId, stage: item.stage, refused: ENDED_STAGES });
    const pending = refuseWhileFailurePending(state, item, context);
    if (pending !== null) return pending;
    const target = targetOf(state, data);
    if (isRejected(target)) return target;
    if (names.some((name) => target.mergedInto.includes(name)))
      return rejected('merge.cycle', { itemId, intoItemId });
    if (!target.open) return rejected('item.wrong-stage', { itemId: intoItemId, refused: ENDED_STAGES });
    if (target.supervisionForm !== state.opened.supervisionForm) {
      return rejected('merge.other-source-type', {
        source: state.opened.supervisionForm,
        target: target.supervisionForm,
      });
    }
    if (target.addressee !== addresseeOf(state, item))
      return rejected('merge.other-addressee', { itemId, intoItemId });
    return [{ type: 'ItemMerged', data: { itemId, intoItemId, proposersCarried: proposersOf(item) } }];
  },
  events: {
    ItemMerged: {
      data: itemMerged,
      seenBy: 'public',
      published: true,
      fold: (state, { data }) => {
        const merged = withItem(state, data.itemId, (item) => ({
          ...item,
          stage: 'MERGED',
          mergedInto: data.intoItemId,
        }));
        return withItem(merged, data.intoItemId, (item) => ({
          ...item,
          proposersCarried: proposersOf({
            ...item,
            proposers: item.proposersCarried,
            proposersCarried: data.proposersCarried,
          }),
        }));
      },
    },
  },
};
