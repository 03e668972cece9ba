import type { Actor, ActorRole, Paper } from '@duban/kernel';
import type { AssignmentState, ItemState, OpenedCase } from '../case.state.ts';
import type { AssignmentRole } from '../case.vocabulary.ts';
import { addresseeOf, proposersOf } from '../handlers.ts';
import { allCycles } from '../item-access.ts';
import { ownEntry } from '../own-entry.ts';
import type { AnyStep } from '../step-types.ts';
import { namedItems } from './named-items.ts';

/** What the author of a paper is to an item; of a step on the case as a whole, what it ever was. */
type Around = { readonly state: OpenedCase; readonly organ: string; readonly everHeld: boolean };

const assignmentsOf = (item: ItemState, { organ, everHeld }: Around): readonly AssignmentState[] =>
  allCycles(item)
    .flatMap(({ assignments }) => assignments)
    .filter((each) => each.organ === organ && (everHeld || each.endedOn === null));

const holds =
  (...roles: readonly AssignmentRole[]) =>
  (items: readonly ItemState[], around: Around): boolean =>
    items.some((item) => assignmentsOf(item, around).some(({ role }) => roles.includes(role)));

/** The parts whose work is supervised, and when an organ has one. The addressee answers for every item that is named. */
const PARTS: readonly [ActorRole, (items: readonly ItemState[], around: Around) => boolean][] = [
  ['organ-lead', holds('lead', 'separate')],
  ['organ-co', holds('co')],
  [
    'government-office',
    (items, { state, organ }) =>
      items.every((item) => addresseeOf(state, item) === organ) &&
      (items.length > 0 || state.opened.addressee === organ),
  ],
];

/** The named items of the case; all of them where none is named. */
export const itemsOn = (state: OpenedCase, data: object): readonly ItemState[] => {
  const named = namedItems(data);
  return named.length === 0
    ? Object.values(state.items)
    : named.flatMap((itemId) => ownEntry(state.items, itemId) ?? []);
};

const DEPUTY = 'person:';

/**
 * Whoever handed in the paper, in the part in which they would have sent the step themselves; null where they have none that may.
 * A person is a deputy who proposed one of the items; which organ employs that deputy no paper says.
 */
export const authorOf = (
  { who, at }: AnyStep,
  data: object,
  { state, enteredFor, by }: { readonly state: OpenedCase; readonly by: Actor } & Pick<Paper, 'enteredFor'>,
): Actor | null => {
  const items = itemsOn(state, data);
  if (enteredFor.startsWith(DEPUTY)) {
    const proposed = items.some((item) => proposersOf(item).includes(enteredFor));
    return proposed && who.includes('deputy') ? { id: enteredFor, role: 'deputy', organ: '' } : null;
  }
  const around = { state, organ: enteredFor, everHeld: at === 'case' };
  const part = PARTS.find(([role, isTheirs]) => who.includes(role) && isTheirs(items, around));
  return part === undefined ? null : { ...by, role: part[0], organ: enteredFor };
};

/** When the reply that a deputy evaluates was sent; of a suggestion nobody has to be given anything first. */
const repliedOn = (item: ItemState, data: { readonly replyNo?: string }): string | undefined =>
  allCycles(item)
    .flatMap(({ replies }) => replies)
    .find((reply) => reply.data.replyNo === data.replyNo)?.data.sentOn;

/**
 * The first day on which whoever handed it in could do so: of an organ, its own assignment, else that of the item; of a deputy,
 * the reply. Undefined where nothing had to come first.
 */
export const givenOn = (item: ItemState, enteredFor: string, data: object): string | undefined => {
  if (enteredFor.startsWith(DEPUTY)) return repliedOn(item, data);
  const own = allCycles(item)
    .flatMap(({ assignments }) => assignments)
    .findLast(({ organ, endedOn }) => organ === enteredFor && endedOn === null);
  return own?.assignedOn ?? allCycles(item).at(-1)?.startedOn;
};
