import { isRejected, rejected } from '@duban/kernel';
import { sameFacts } from '../../equality/same-facts.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, freeText, id } from '../../schema/parts.ts';
import { itemRef } from '../../schema/references.ts';
import type { ItemState, OpenedCase } from '../case.state.ts';
import { OPEN_STAGES } from '../case.vocabulary.ts';
import { findItem, withItem } from '../item-access.ts';
import type { Step } from '../step.ts';
import { importedItem } from './imported-item.ts';
import { refuseLooseImport } from './started-batch.ts';

const itemImportTakenBack = closed({ itemId: itemRef(), batchId: id(), reason: freeText() });

/** Counter-event of a batch that was undone. The imported event stays visible. */
export type ItemImportTakenBack = Stored<'ItemImportTakenBack', typeof itemImportTakenBack>;

/** Named by a record, a draft, a result or a merger: something of this house rests on the item. */
const isNamed = ({ records, drafts, results, items }: OpenedCase, itemId: string): boolean =>
  [records.votes, records.surveys, records.inspections, records.appraisals].some((kind) =>
    kind.some(({ cycleOf }) => itemId in cycleOf),
  ) ||
  drafts.some(({ itemIds }) => itemIds.includes(itemId)) ||
  results.some((result) => Object.hasOwn(result.items, itemId)) ||
  Object.values(items).some(({ mergedInto }) => mergedInto === itemId);

/** The clock's reminders are nobody's work: an import that is only late can still be undone. */
const withoutReminders = (item: ItemState): ItemState => ({
  ...item,
  cycle: item.cycle === null ? null : { ...item.cycle, rungsNoted: [], firstMissedOn: null },
});

const movedOn = (state: OpenedCase, item: ItemState, imported: NonNullable<ItemState['imported']>): boolean =>
  state.status !== 'open' ||
  isNamed(state, item.itemId) ||
  !sameFacts(withoutReminders(item), importedItem(imported));

/** 撤回导入: undoing a batch is a counter-event; once people have acted on an item it is theirs and stays. */
export const takeBackImport: Step<typeof itemImportTakenBack, ItemImportTakenBack> = {
  label: { zh: '撤销导入', en: 'Take back an import' },
  data: itemImportTakenBack,
  who: ['supervision-office'],
  at: [...OPEN_STAGES, 'CLOSED'],
  when: ({ item }) => item.imported !== null,
  origin: 'import',
  refuse: ({ batchId }, context) => refuseLooseImport(batchId, context),
  decide: (data, state) => {
    const { itemId, batchId } = data;
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    const { imported } = item;
    if (imported === null) return rejected('import.not-imported', { itemId });
    if (imported.data.batchId !== batchId)
      return rejected('import.other-batch', { itemId, batchId: imported.data.batchId });
    if (item.stage === 'TAKEN_BACK') return [];
    return movedOn(state, item, imported)
      ? rejected('import.moved-on', { itemId })
      : [{ type: 'ItemImportTakenBack', data }];
  },
  events: {
    ItemImportTakenBack: {
      data: itemImportTakenBack,
      seenBy: 'parties',
      published: true,
      fold: (state, { data }) => withItem(state, data.itemId, (item) => ({ ...item, stage: 'TAKEN_BACK' })),
    },
  },
};
