import { isRejected, rejected, type Actor, type Rejected } from '@duban/kernel';
import type { CaseRejection } from '../case.rejections.ts';
import type { Commitment, ItemState, OpenedCase } from '../case.state.ts';
import { ENDED_STAGES, OPEN_STAGES, type ItemStage } from '../case.vocabulary.ts';
import { allCycles, findItem, leadingOrgans, withCycle } from '../item-access.ts';
import type { Whose } from '../step.ts';

const GONE: readonly ItemStage[] = ['MERGED', 'WITHDRAWN', 'TAKEN_BACK'];

/** A promise outlives the closing of its item under tracking, and a change of term; not the end of the item itself. */
export const STAGES_OF_A_PROMISE: readonly ItemStage[] = [
  ...OPEN_STAGES,
  ...ENDED_STAGES.filter((stage) => !GONE.includes(stage)),
];

const openPromises = (item: ItemState): readonly Commitment[] =>
  allCycles(item).flatMap(({ commitments }) => commitments.filter(({ fulfilledBy }) => fulfilledBy === null));

export const hasOpenPromise = (item: ItemState): boolean => openPromises(item).length > 0;

/** An organ answers for what it promised itself, and for the promises of whoever led the item before it. */
const answersFor = (item: ItemState, { promisedBy }: Commitment, organ: string): boolean => {
  const leading = leadingOrgans(item.cycle);
  return promisedBy === organ || (leading.includes(organ) && !leading.includes(promisedBy));
};

export const promisedIt: Whose = {
  zh: '由作出承诺的单位或接办其事项的单位办理；监督机构可以登记',
  en: 'the organ that promised, or that took its item over; the office may record it',
  isTheirs: ({ item, organ, role }) => {
    const open = openPromises(item);
    // Where nothing is promised, that is what stands in the way.
    return (
      role !== 'organ-lead' || open.length === 0 || open.some((promise) => answersFor(item, promise, organ))
    );
  },
};

type Named = { readonly itemId: string; readonly commitmentId: string };

/**
 * The commitment as its last cycle holds it, for whoever says what became of it: an organ that answers for it, or the
 * office. One that is not fulfilled ends with its item.
 */
export const ownCommitment = (
  state: OpenedCase,
  { itemId, commitmentId }: Named,
  { role, organ }: Pick<Actor, 'role' | 'organ'>,
): Commitment | Rejected<CaseRejection> => {
  const item = findItem(state, itemId);
  if (isRejected(item)) return item;
  const cycle = allCycles(item).findLast(({ commitments }) =>
    commitments.some(({ id }) => id === commitmentId),
  );
  const found = cycle?.commitments.find(({ id }) => id === commitmentId);
  if (found === undefined) return rejected('commitment.unknown', { itemId, commitmentId });
  if (found.fulfilledBy === null && GONE.includes(item.stage))
    return rejected('item.wrong-stage', { itemId, stage: item.stage, refused: GONE });
  return role !== 'organ-lead' || answersFor(item, found, organ)
    ? found
    : rejected('commitment.not-yours', { commitmentId, promisedBy: found.promisedBy });
};

export const withCommitment = (
  state: OpenedCase,
  { itemId, commitmentId }: Named,
  change: (commitment: Commitment) => Commitment,
): OpenedCase =>
  withCycle(state, itemId, (cycle) => ({
    ...cycle,
    commitments: cycle.commitments.map((commitment) =>
      commitment.id === commitmentId ? change(commitment) : commitment,
    ),
  }));
