import type { Fact, ItemState } from '../case.state.ts';
import type { ItemImported } from './import-item.step.ts';
import { newCycle, newItem } from '../new-item.ts';
import { writtenDown } from '../in-next-cycle.ts';

/**
 * An item whose earlier life is only known from a register: it stands where the register says, in a first cycle without
 * assignments. From there ordinary commands carry it on; an open one is assigned before an organ reports on it.
 */
export const importedItem = (imported: Fact<ItemImported['data']>): ItemState => {
  const { itemId, stage, title, text, category, proposers, madeOn, dueOn, disposition } = imported.data;
  const due = dueOn === null ? null : writtenDown(dueOn, 'imported');
  return {
    ...newItem(itemId, stage),
    imported,
    title,
    text,
    category,
    proposers,
    disposition,
    cycle: newCycle({ n: 1, cause: 'import', startedOn: madeOn ?? imported.on, due }),
  };
};
