import { holdsUnreadable } from '@duban/contracts';
import { FROM_THE_BEGINNING, type OcelObject, type OcelRelationship, type OcelValue } from './ocel-log.ts';
import type { ObjectType } from './object-types.ts';

type Change = { readonly name: string; readonly time: string; readonly value: OcelValue };

/** An object while its case is read. */
export type ObjectDraft = {
  readonly id: string;
  readonly type: ObjectType;
  readonly changes: Change[];
  readonly relations: OcelRelationship[];
};

export type Drafts = {
  readonly draft: (id: string, type: ObjectType) => ObjectDraft;
  /** In the order in which they were first met. */
  readonly objects: () => readonly OcelObject[];
};

/** Erased text is an absent attribute, and so is whatever is not plain (an envelope that nobody opened). */
const isShown = (value: unknown): value is OcelValue =>
  typeof value === 'number' || (typeof value === 'string' && value !== '' && !holdsUnreadable(value));

/** Notes a value where it differs from the last one of that name. */
export const note = (draft: ObjectDraft, name: string, value: unknown, time: string): void => {
  const last = draft.changes.findLast((change) => change.name === name);
  if (isShown(value) && last?.value !== value) draft.changes.push({ name, time, value });
};

export const relate = (draft: ObjectDraft, objectId: string, qualifier: string): void => {
  const known = draft.relations.some((each) => each.objectId === objectId && each.qualifier === qualifier);
  if (!known && objectId !== draft.id) draft.relations.push({ objectId, qualifier });
};

/** In time order, as readers take the first one listed for the one from the beginning. */
const inTimeOrder = (changes: readonly Change[]): readonly Change[] => {
  const timed = changes.map((change) => ({
    change,
    ms: Temporal.Instant.from(change.time).epochMilliseconds,
  }));
  const met = new Set<string>();
  return timed
    .sort((a, b) => a.ms - b.ms)
    .map(({ change }) => {
      const first = !met.has(change.name);
      met.add(change.name);
      return first ? { ...change, time: FROM_THE_BEGINNING } : change;
    })
    .sort((a, b) => Number(b.time === FROM_THE_BEGINNING) - Number(a.time === FROM_THE_BEGINNING));
};

export const drafts = (): Drafts => {
  const all = new Map<string, ObjectDraft>();
  return {
    draft: (id, type) => {
      const known = all.get(id) ?? { id, type, changes: [], relations: [] };
      all.set(id, known);
      return known;
    },
    objects: () =>
      [...all.values()].map(({ id, type, changes, relations }) => ({
        ...{ id, type },
        attributes: inTimeOrder(changes),
        relationships: relations,
      })),
  };
};
