import type { CaseState, Cycle, ItemState } from '@duban/domain';

const organsOf = (cycle: Cycle): readonly string[] => cycle.assignments.map(({ organ }) => organ);

const partiesOfItem = (item: ItemState): readonly (string | null | undefined)[] => [
  item.addressee,
  item.imported?.data.organ,
  ...item.pastCycles.flatMap(organsOf),
  ...(item.cycle === null ? [] : organsOf(item.cycle)),
];

/** Every organ that takes part in a case: see {@link takesPart}. */
export const partiesOf = (state: CaseState): readonly string[] => {
  if (state.status === 'unopened') return [];
  const parties = [state.opened.addressee, ...Object.values(state.items).flatMap(partiesOfItem)];
  return [...new Set(parties.filter((organ) => typeof organ === 'string'))];
};

/**
 * Whether an organ takes part in a case: as its addressee, or as an organ that some item was ever assigned to, ended
 * assignments included. Who returned an item keeps the sight of what it said about it (field-lessons.md B3 item 10).
 */
export const takesPart = (state: CaseState, organ: string): boolean =>
  state.status !== 'unopened' &&
  (state.opened.addressee === organ ||
    Object.values(state.items).some((item) => partiesOfItem(item).includes(organ)));
