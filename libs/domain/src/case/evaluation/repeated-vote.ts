import { rejected, type Rejected } from '@duban/kernel';
import { uncorrectable } from '../../schema/corrections.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, freeText, id, someOf } from '../../schema/parts.ts';
import type { Fact, OpenedCase } from '../case.state.ts';
import { factOf } from '../occurred.ts';
import type { EventRecords } from '../step.ts';

const voteRepeated = closed({
  /** Of the vote that is held once more; it follows at once. */
  voteId: uncorrectable(id()),
  /** Ids of the votes in whose place it comes. They stay. */
  repeats: uncorrectable(someOf(id())),
  ground: freeText(),
});

/** A question is voted on once; why it was put once more stands before the second vote. */
export type VoteRepeated = Stored<'VoteRepeated', typeof voteRepeated>;

type Held = Fact<{ readonly voteId: string; readonly votedOn: string }>;
type Repeat = { readonly voteId: string; readonly ground: string | undefined };

const said = (ground: string | undefined): ground is string => (ground ?? '').trim() !== '';

/**
 * That a vote repeats `earlier` ones, nothing where it is the first, or why it is not taken: without a ground it would silently
 * replace them, and a ground for nothing would say that there was another vote.
 */
export const repetitionOf = (
  { voteId, ground }: Repeat,
  earlier: readonly Held[],
  details: object = {},
): readonly VoteRepeated[] | Rejected<'vote.already-held' | 'vote.nothing-repeated'> => {
  const last = earlier.at(-1);
  if (last === undefined) return ground === undefined ? [] : rejected('vote.nothing-repeated', { voteId });
  if (!said(ground))
    return rejected('vote.already-held', { ...details, voteId: last.data.voteId, on: last.data.votedOn });
  const repeats = earlier.map(({ data }) => data.voteId);
  return [{ type: 'VoteRepeated', data: { voteId, repeats, ground } }];
};

/** Whether the vote of this id stands as the repetition for this ground; undefined: as none. */
export const repeatedFor = ({ records }: OpenedCase, { voteId, ground }: Repeat): boolean =>
  records.repetitions.find(({ data }) => data.voteId === voteId)?.data.ground === ground;

export const repetitionEvents: EventRecords<VoteRepeated> = {
  VoteRepeated: {
    data: voteRepeated,
    seenBy: 'public',
    published: true,
    fold: (state, event) => ({
      ...state,
      records: { ...state.records, repetitions: [...state.records.repetitions, factOf(event)] },
    }),
  },
};
