import { isRejected, rejected, type Rejected } from '@duban/kernel';
import type { CaseCommand, CaseCommandData } from '../case.commands.ts';
import type { CaseDecision, Decide, DecisionsOf } from '../case.decisions.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { ItemState, OpenedCase } from '../case.state.ts';
import type { CommandContext } from '../command-context.ts';
import type { ItemImported } from '../events/import.events.ts';
import { importedItem } from '../evolve/imported-item.ts';
import { findItem } from '../item-access.ts';
import { sameFacts } from '../../equality/same-facts.ts';
import { ownEntry } from '../own-entry.ts';

/**
 * An import states what nobody of this house decided. It is taken from a register that was read as a whole, inside its
 * own started batch, and from nowhere else.
 */
export const refuseLooseImport = (command: CaseCommand): Rejected<CaseRejection> | null => {
  if (command.type !== 'ImportItem' && command.type !== 'TakeBackImport') return null;
  const batchId = command.type === 'ImportItem' ? command.data.item.batchId : command.data.batchId;
  return command.context.importBatch === batchId ? null : rejected('import.outside-batch', { batchId });
};

const FOUNDING = '1949-10-01';

/** A register's dates are taken over as data, so nothing else would stop a slip of the pen. */
const refuseDates = (
  { madeOn, closedOn }: ItemImported['data'],
  { today }: CommandContext,
): Rejected<CaseRejection> | null => {
  const wrong = [madeOn, closedOn].find((date) => date !== null && (date < FOUNDING || date > today));
  return wrong === undefined || wrong === null
    ? null
    : rejected('import.date-impossible', { date: wrong, today });
};

/** The first imported item of a register opens its case, on the day that the register says where it says one. */
export const decideFirstImport = (
  { opening, item }: CaseCommandData['ImportItem'],
  context: CommandContext,
): CaseDecision =>
  refuseDates(item, context) ?? [
    {
      type: 'CaseOpened',
      data: { ...opening, openedOn: item.madeOn ?? item.closedOn ?? context.occurredOn },
    },
    { type: 'ItemImported', data: item },
  ];

/**
 * What a register says of an item, whichever file, row and batch it came in by: a second run finds it there (C40).
 * Warnings are what a mapping makes of it, so new rules do not make it another item.
 */
const registerFacts = (data: ItemImported['data']): object => {
  const { register, batchId: _batchId, warnings: _warnings, ...facts } = data;
  return { ...facts, number: register.number };
};

const importItem: Decide<'ImportItem'> = ({ opening, item: data }, state, context) => {
  const { itemId } = data;
  if (opening.caseId !== state.opened.caseId)
    return rejected('import.facts-differ', { caseId: state.opened.caseId });
  const known = ownEntry(state.items, itemId);
  if (known !== undefined && known.imported === null) return rejected('item.id-taken', { itemId });
  if (known?.imported !== undefined && known.imported !== null && known.stage !== 'TAKEN_BACK') {
    return sameFacts(registerFacts(known.imported.data), registerFacts(data))
      ? []
      : rejected('import.facts-differ', { itemId });
  }
  if (state.status !== 'open') return rejected('case.not-open', { status: state.status });
  return refuseDates(data, context) ?? [{ type: 'ItemImported', data }];
};

/** Named by a record, a draft, a result or a merger: something of this house rests on the item. */
const isNamed = ({ records, drafts, results, items }: OpenedCase, itemId: string): boolean =>
  Object.values(records).some((kind) => kind.some(({ cycleOf }) => itemId in cycleOf)) ||
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

/** Undoing a batch is a counter-event; once people have acted on an item it is theirs and stays. */
const takeBackImport: Decide<'TakeBackImport'> = (data, state) => {
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
};

export const importDecisions: DecisionsOf<'ImportItem' | 'TakeBackImport'> = {
  ImportItem: importItem,
  TakeBackImport: takeBackImport,
};
