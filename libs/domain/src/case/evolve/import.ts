import type { EvolutionsOf } from '../case.decisions.ts';
import { withItem } from '../item-access.ts';
import { factOf } from '../occurred.ts';
import { importedItem } from './imported-item.ts';

export const importEvolutions: EvolutionsOf<'ItemImported' | 'ItemImportTakenBack'> = {
  ItemImported: (state, event) => ({
    ...state,
    items: { ...state.items, [event.data.itemId]: importedItem(factOf(event)) },
  }),

  ItemImportTakenBack: (state, { data }) =>
    withItem(state, data.itemId, (item) => ({ ...item, stage: 'TAKEN_BACK' })),
};
