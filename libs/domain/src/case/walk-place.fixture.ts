import type { Actor } from '@duban/kernel';
import { actors } from './case-story.fixture.ts';
import type { CaseCommandData, CaseCommandType } from './case.commands.ts';
import type { AssignmentState, CaseState, ItemState, Miss } from './case.state.ts';
import type { SupervisionForm } from './case.vocabulary.ts';
import { standingMisses } from './misses/misses.ts';
import { activeAssignments } from './item-access.ts';
import { ownEntry } from './own-entry.ts';

/** Where a random walk stands, and which of a few variants it tries next. */
export type Place = {
  readonly state: CaseState;
  readonly itemId: string;
  readonly form: SupervisionForm;
  readonly variant: number;
  readonly on: string;
};

export type Sent<Type extends CaseCommandType = CaseCommandType> = {
  readonly by: Actor;
  readonly data: CaseCommandData[Type];
};

export const itemOf = ({ state, itemId }: Place): ItemState | undefined =>
  state.status === 'unopened' ? undefined : ownEntry(state.items, itemId);

const BUREAUS = ['housing-bureau', 'market-regulator', 'transport-bureau', 'water-bureau'];
export const bureau = (index: number): string => BUREAUS[index % BUREAUS.length] ?? 'housing-bureau';
const at = (organ: string): Actor => ({ ...actors.housing, organ });

export const assignmentOf = (place: Place): Pick<AssignmentState, 'id' | 'organ'> => {
  const active = activeAssignments(itemOf(place)?.cycle ?? null);
  return active[place.variant % Math.max(active.length, 1)] ?? { id: 'a-none', organ: 'housing-bureau' };
};

export const own = (place: Place) => ({ itemId: place.itemId, assignmentId: assignmentOf(place).id });
export const handler = (place: Place): Actor => at(assignmentOf(place).organ);
export const openFiles = ({ state }: Place) =>
  state.status === 'unopened' ? [] : state.attachments.filter(({ supersededBy }) => supersededBy === null);
export const waitingObjection = ({ state }: Place): string =>
  (state.status === 'unopened' ? undefined : state.objections.find(({ decision }) => decision === null))?.data
    .objectionId ?? 'none';
export const fresh = ({ itemId, variant, on }: Place): string => `${itemId}-${on}-${variant}`;
export const later = ({ on, variant }: Place): string =>
  Temporal.PlainDate.from(on)
    .add({ days: 20 * variant })
    .toString();
const named = (place: Place): string => (place.variant % 2 === 0 ? place.itemId : 'i2');
export const both = (place: Place): readonly string[] => [...new Set([place.itemId, named(place)])];
/** The latest date of the item that was missed; one that never was, where none stands. */
export const missOf = (place: Place): Pick<Miss, 'which' | 'cycle' | 'assignmentId' | 'dueDate'> =>
  standingMisses(itemOf(place)?.misses ?? []).at(-1) ?? {
    ...{ which: 'due', cycle: 1, assignmentId: null, dueDate: place.on },
  };
export const slip = `sha256:${'5'.repeat(64)}`;
export const reportNo = ({ state, itemId }: Place): string =>
  (state.status === 'unopened'
    ? undefined
    : state.results.findLast(({ items }) => Object.hasOwn(items, itemId))
  )?.submitted.reportNo ?? 'R0';
export const proposer = (place: Place): Actor => (place.variant % 2 === 0 ? actors.deputy : actors.cosigner);
export const commitmentId = (place: Place): string => itemOf(place)?.cycle?.commitments[0]?.id ?? 'k0';
export const grades = ['satisfied', 'basic', 'dissatisfied'] as const;
export const verdicts = ['verified', 'verified', 'partly', 'not-done'] as const;
type Counts = readonly [satisfied: number, basic: number, dissatisfied: number];
export const votes: readonly [Counts, ...Counts[]] = [
  [40, 10, 5],
  [20, 20, 10],
  [10, 10, 30],
];
export const pick = <Value>(values: readonly [Value, ...Value[]], { variant }: Place): Value =>
  values[variant % values.length] ?? values[0];
