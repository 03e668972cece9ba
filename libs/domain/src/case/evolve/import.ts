import type { EvolutionsOf } from '../case.decisions.ts';

export const importEvolutions: EvolutionsOf<'ItemImported' | 'ItemImportTakenBack'> = {
  ItemImported: (state) => state,
  ItemImportTakenBack: (state) => state,
};
