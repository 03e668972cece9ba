import { allCycles, type ItemState, type OpenedCase, ownEntry } from '@duban/domain';
import { fieldText, type Language, type StateDifference } from '@duban/contracts';
import type { JsonObject } from '@duban/kernel';
import { differences, pointerOf, type Difference } from './difference.ts';

/** Cycles by their number: what was the present one is found again among the past ones. */
const itemView = ({ cycle, pastCycles, ...item }: ItemState): object => ({
  ...item,
  cycle: Object.fromEntries(allCycles({ cycle, pastCycles }).map((round) => [String(round.n), round])),
});

const views = new WeakMap<ItemState, object>();

const viewOf = (item: ItemState): object => {
  const known = views.get(item);
  if (known !== undefined) return known;
  const view = itemView(item);
  views.set(item, view);
  return view;
};

/** States are plain JSON (they are stored as such); only their types are closed. */
const caseView = (state: OpenedCase | null): JsonObject => {
  if (state === null) return {};
  const items = Object.fromEntries(
    Object.entries(state.items).map(([itemId, item]) => [itemId, viewOf(item)]),
  );
  // Up to which day misses were counted moves with every event, and is no fact of the case.
  const { foldedUntil: _counted, ...facts } = state;
  return { ...facts, items } as object as JsonObject;
};

const SEPARATOR = ' › ';

type Titles = (itemId: string) => string;

/** An item goes by its title; that it is one of the case's items needs no word. */
const labelled = (path: readonly string[], language: Language, titleOf: Titles): string => {
  const [first, itemId, ...rest] = path;
  const words = (tokens: readonly string[]): readonly string[] =>
    tokens.map((token) => fieldText(token)[language]);
  return (first === 'items' && itemId !== undefined ? [titleOf(itemId), ...words(rest)] : words(path)).join(
    SEPARATOR,
  );
};

/**
 * What differs between two states of a case, field by field, in a fixed order; null stands for "not opened yet". What was
 * added or removed whole is one difference. Codes stay codes: `labelOf` has their words.
 */
export const diffStates = (
  before: OpenedCase | null,
  after: OpenedCase | null,
  language: Language,
): readonly StateDifference[] => {
  const titleOf: Titles = (itemId) => {
    const title =
      ownEntry((after ?? before)?.items, itemId)?.title ?? ownEntry(before?.items, itemId)?.title ?? '';
    return title === '' ? itemId : title;
  };
  return differences(caseView(before), caseView(after)).map(({ path, ...rest }: Difference) => ({
    pointer: pointerOf(path),
    label: labelled(path, language, titleOf),
    ...rest,
  }));
};
