import { ownEntry, type ItemState, type OpenedCase } from '@duban/domain';
import type { CaseDocument, StreamDocument } from './stream-document.ts';

/** An item on both sides of an event; absent where it did not exist. */
export type ItemChange = {
  readonly itemId: string;
  readonly key: number;
  readonly before: ItemOfCase | undefined;
  readonly after: ItemOfCase | undefined;
};

/** An item with the case around it: what a row about it is made of. */
export type ItemOfCase = {
  readonly key: number;
  readonly document: CaseDocument;
  readonly opened: OpenedCase;
  readonly item: ItemState;
};

const openedOf = (document: StreamDocument): OpenedCase | undefined =>
  document.category === 'case' && document.state.status !== 'unopened' ? document.state : undefined;

export const itemOf = (document: StreamDocument, itemId: string): ItemOfCase | undefined => {
  const opened = openedOf(document);
  const item = ownEntry(opened?.items, itemId);
  if (document.category !== 'case' || opened === undefined || item === undefined) return undefined;
  return { key: ownEntry(document.itemKeys, itemId) ?? 0, document, opened, item };
};

/** What every row of a case repeats: when that changes, all its items' rows do. */
const sameSurroundings = (before: OpenedCase | undefined, after: OpenedCase): boolean =>
  before?.opened === after.opened && before.status === after.status;

/** By identity: a fold that leaves an item alone hands on the same object. */
export const itemChanges = (before: StreamDocument, after: StreamDocument): readonly ItemChange[] => {
  const earlier = openedOf(before);
  const later = openedOf(after);
  if (later === undefined || later === earlier) return [];
  const all = !sameSurroundings(earlier, later);
  if (!all && earlier?.items === later.items && before.handedIn === after.handedIn) return [];
  return Object.keys(later.items)
    .filter((itemId) => all || ownEntry(earlier?.items, itemId) !== ownEntry(later.items, itemId))
    .map((itemId) => ({
      itemId,
      key: ownEntry(after.itemKeys, itemId) ?? 0,
      before: itemOf(before, itemId),
      after: itemOf(after, itemId),
    }));
};
