import type { ItemState, OpenedCase } from './case.state.ts';

/** To whom an item is addressed: it may differ from the case. Null: a register named nobody, neither for the item nor for the case. */
export const addresseeOf = ({ opened }: Pick<OpenedCase, 'opened'>, item: ItemState | null): string | null =>
  item?.addressee ?? opened.addressee;

const given = (organ: string | null | undefined): organ is string => organ !== null && organ !== undefined;

/**
 * Every organ that handled the item in this cycle, and its legal addressee: none of them verifies, counts or evaluates
 * that work (domain.md section 2.3, verifier ≠ handling organ; section 4; C48). Who returned it never handled it.
 */
const handlersOf = (state: OpenedCase, item: ItemState): readonly string[] => [
  ...(item.cycle?.assignments ?? [])
    .filter(({ endReason }) => endReason !== 'returned')
    .map(({ organ }) => organ),
  ...[addresseeOf(state, item), item.imported?.data.organ].filter(given),
];

export const handled = (state: OpenedCase, item: ItemState, organ: string): boolean =>
  handlersOf(state, item).includes(organ);

/** The deputies who must be answered: the item's own, and those of whatever was merged into it (S44). */
export const proposersOf = (item: ItemState): readonly string[] => [
  ...new Set([...item.proposers, ...item.proposersCarried]),
];
