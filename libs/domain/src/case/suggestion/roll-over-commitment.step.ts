import { isRejected, rejected } from '@duban/kernel';
import type { Stored } from '../../schema/data.ts';
import { closed, date, freeText } from '../../schema/parts.ts';
import { commitmentRef, itemRef } from '../../schema/references.ts';
import type { Step } from '../step.ts';
import {
  hasOpenPromise,
  ownCommitment,
  promisedIt,
  STAGES_OF_A_PROMISE,
  withCommitment,
} from './commitment.ts';

const commitmentRolledOver = closed({
  itemId: itemRef(),
  commitmentId: commitmentRef(),
  newDueOn: date(),
  explanation: freeText(),
});

type CommitmentRolledOver = Stored<'CommitmentRolledOver', typeof commitmentRolledOver>;

/** 承诺结转: unfulfilled promises go on into the next year or term, explained in writing (S3 arts 19, 22). */
export const rollOverCommitment: Step<typeof commitmentRolledOver, CommitmentRolledOver> = {
  label: { zh: '承诺结转', en: 'Roll a commitment over' },
  source: { shanghai: [19, 22] },
  data: commitmentRolledOver,
  who: ['organ-lead', 'supervision-office'],
  onPaper: true,
  at: STAGES_OF_A_PROMISE,
  whose: promisedIt,
  when: ({ item }) => hasOpenPromise(item),
  decide: (data, state, { actor }) => {
    const { itemId, commitmentId, newDueOn, explanation } = data;
    const commitment = ownCommitment(state, data, actor);
    if (isRejected(commitment)) return commitment;
    if (commitment.fulfilledBy !== null) return rejected('commitment.fulfilled', { itemId, commitmentId });
    if (commitment.dueOn === newDueOn && commitment.explanation === explanation) return [];
    if (explanation.trim() === '') return rejected('commitment.unexplained', { itemId, commitmentId });
    if (newDueOn <= commitment.dueOn)
      return rejected('commitment.not-later', { dueOn: commitment.dueOn, newDueOn });
    return [{ type: 'CommitmentRolledOver', data }];
  },
  events: {
    CommitmentRolledOver: {
      data: commitmentRolledOver,
      seenBy: 'public',
      published: true,
      fold: (state, { id: eventId, actor: by, data }) =>
        withCommitment(state, data, (commitment) => ({
          ...commitment,
          dueOn: data.newDueOn,
          rolledOver: commitment.rolledOver + 1,
          explanation: data.explanation,
          ...{ statement: { eventId, by }, judgement: null },
        })),
    },
  },
};
