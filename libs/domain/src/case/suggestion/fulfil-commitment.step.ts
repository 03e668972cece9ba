import { isRejected, rejected } from '@duban/kernel';
import { sameFacts } from '../../equality/same-facts.ts';
import type { Stored } from '../../schema/data.ts';
import { naming } from '../../schema/held-outside.ts';
import { closed, evidence } from '../../schema/parts.ts';
import { commitmentRef, itemRef } from '../../schema/references.ts';
import type { Step } from '../step.ts';
import {
  hasOpenPromise,
  ownCommitment,
  promisedIt,
  STAGES_OF_A_PROMISE,
  withCommitment,
} from './commitment.ts';

const commitmentFulfilled = closed({
  itemId: itemRef(),
  commitmentId: commitmentRef(),
  evidence: evidence(),
});

type CommitmentFulfilled = Stored<'CommitmentFulfilled', typeof commitmentFulfilled>;

const fulfilCommitmentData = naming(commitmentFulfilled);

/** 承诺兑现: the organ's own statement; it closes nothing until the committee or the deputy has verified it. */
export const fulfilCommitment: Step<typeof fulfilCommitmentData, CommitmentFulfilled> = {
  label: { zh: '承诺兑现', en: 'Record a fulfilled commitment' },
  source: { shanghai: [19, 22] },
  data: fulfilCommitmentData,
  who: ['organ-lead', 'supervision-office'],
  onPaper: true,
  at: STAGES_OF_A_PROMISE,
  whose: promisedIt,
  when: ({ item }) => hasOpenPromise(item),
  decide: (data, state, { actor }) => {
    const { itemId, commitmentId } = data;
    const commitment = ownCommitment(state, data, actor);
    if (isRejected(commitment)) return commitment;
    if (commitment.fulfilledBy === null) return [{ type: 'CommitmentFulfilled', data }];
    return sameFacts(commitment.evidence, data.evidence)
      ? []
      : rejected('commitment.fulfilled', { itemId, commitmentId });
  },
  events: {
    CommitmentFulfilled: {
      data: commitmentFulfilled,
      seenBy: 'public',
      published: true,
      fold: (state, { id: eventId, actor: by, data }) =>
        withCommitment(state, data, (commitment) => ({
          ...commitment,
          ...{ fulfilledBy: eventId, evidence: data.evidence },
          ...{ statement: { eventId, by }, judgement: null },
        })),
    },
  },
};
