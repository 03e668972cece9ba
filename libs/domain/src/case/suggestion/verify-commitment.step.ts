import { isRejected, rejected, type Actor, type Rejected } from '@duban/kernel';
import { DECIDED_FOR_COMMITTEE } from '../../authority/deciding-bodies.ts';
import { uncorrectable } from '../../schema/corrections.ts';
import type { Stored } from '../../schema/data.ts';
import { closed, flag, freeText, without } from '../../schema/parts.ts';
import { commitmentRef, eventRef, itemRef } from '../../schema/references.ts';
import { samePersonBy } from '../../two-persons/two-persons.ts';
import type { CaseRejection } from '../case.rejections.ts';
import type { ItemState, OpenedCase } from '../case.state.ts';
import type { CommandContext } from '../command-context.ts';
import { handled, proposersOf } from '../handlers.ts';
import { findItem } from '../item-access.ts';
import { factOf } from '../occurred.ts';
import { neverHandled } from '../own-affair.ts';
import type { Step } from '../step.ts';
import { STAGES_OF_A_PROMISE, withCommitment } from './commitment.ts';

const commitmentJudged = closed({
  itemId: itemRef(),
  commitmentId: commitmentRef(),
  /** The event that said that it was fulfilled, or rolled over. */
  statement: uncorrectable(eventRef()),
  verified: uncorrectable(flag()),
  ground: freeText(),
});

/** What the committee that leads the case, or a deputy who proposed the item, found of what the organ said. */
export type CommitmentJudged = Stored<'CommitmentJudged', typeof commitmentJudged>;

const sent = without(commitmentJudged, 'statement');

const isWaiting = ({ cycle }: ItemState): boolean =>
  (cycle?.commitments ?? []).some(({ statement, judgement }) => statement !== null && judgement === null);

const proposedIt = (item: ItemState, { role, id }: Pick<Actor, 'role' | 'id'>): boolean =>
  role !== 'deputy' || proposersOf(item).includes(id);

/** Never who handled it, nor another deputy, nor whoever made the statement, in whichever post. */
const refuseVerifier = (
  state: OpenedCase,
  item: ItemState,
  statedBy: Actor,
  { actor, linkedPersons }: CommandContext,
): Rejected<CaseRejection> | null => {
  const { itemId } = item;
  if (handled(state, item, actor.organ))
    return rejected('evaluation.by-handler', { itemId, organ: actor.organ });
  if (!proposedIt(item, actor)) return rejected('reply.not-a-proposer', { evaluator: actor.id });
  return samePersonBy(linkedPersons)(statedBy, actor)
    ? rejected('commitment.own-statement', { itemId })
    : null;
};

/** 核实承诺: what the organ says of its promise counts once it was looked at; found untrue, the promise is open again. */
export const verifyCommitment: Step<typeof sent, CommitmentJudged> = {
  label: { zh: '核实承诺', en: 'Verify a commitment' },
  source: { shanghai: [22] },
  data: sent,
  who: ['working-body', 'deputy'],
  byLeadCommittee: DECIDED_FOR_COMMITTEE,
  onPaper: true,
  at: STAGES_OF_A_PROMISE,
  whose: {
    zh: '由牵头委员会或提出建议的代表核实，本轮承办单位除外',
    en: 'the leading committee, or a deputy who proposed it; nobody who handled it in this round',
    isTheirs: (place) => neverHandled.isTheirs(place) && proposedIt(place.item, place),
  },
  when: ({ item }) => isWaiting(item),
  decide: (data, state, context) => {
    const { itemId, commitmentId, verified, ground } = data;
    const item = findItem(state, itemId);
    if (isRejected(item)) return item;
    const commitment = item.cycle?.commitments.find(({ id }) => id === commitmentId);
    if (commitment === undefined) return rejected('commitment.unknown', { itemId, commitmentId });
    const { statement, judgement } = commitment;
    if (statement === null) return rejected('commitment.nothing-stated', { itemId, commitmentId });
    if (judgement !== null)
      return judgement.data.verified === verified && judgement.data.ground === ground
        ? []
        : rejected('commitment.judged', { itemId, commitmentId, eventId: judgement.eventId });
    if (!STAGES_OF_A_PROMISE.includes(item.stage))
      return rejected('item.wrong-stage', { itemId, stage: item.stage, allowed: STAGES_OF_A_PROMISE });
    if (ground.trim() === '') return rejected('commitment.unexplained', { itemId, commitmentId });
    return (
      refuseVerifier(state, item, statement.by, context) ?? [
        { type: 'CommitmentJudged', data: { ...data, statement: statement.eventId } },
      ]
    );
  },
  events: {
    CommitmentJudged: {
      data: commitmentJudged,
      seenBy: 'public',
      published: true,
      fold: (state, event) =>
        withCommitment(state, event.data, (commitment) => ({
          ...commitment,
          ...(event.data.verified ? {} : { fulfilledBy: null, evidence: [] }),
          judgement: factOf(event),
        })),
    },
  },
};
