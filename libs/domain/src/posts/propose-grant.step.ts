import { ROLES, rejected, samePost } from '@duban/kernel';
import { sameFacts } from '../equality/same-facts.ts';
import type { Stored } from '../schema/data.ts';
import { closed, date, id, oneOf, orNull, person } from '../schema/parts.ts';
import { newId } from '../schema/references.ts';
import { expiryOf, isWaiting } from '../two-persons/two-persons.ts';
import { askedPost, grantOf, judgeGrant, refuseAsking } from './granted-post.ts';
import type { PostStep } from './post-step.ts';
import type { PostProposal } from './posts.state.ts';
import { nextProposalId } from './waiting-posts.ts';

const sent = askedPost();

/** `expiresOn`: the last day on which it can be confirmed. */
const grantProposed = closed({
  proposalId: newId(),
  personId: person(),
  role: oneOf(...ROLES),
  organ: id(),
  from: date(),
  until: orNull(date()),
  expiresOn: date(),
});

/** Nobody holds the post yet: it waits for a second administrator. */
export type GrantProposed = Stored<'GrantProposed', typeof grantProposed>;

export const proposeGrant: PostStep<typeof sent, GrantProposed> = {
  label: { zh: '提出授予岗位', en: 'Propose to grant a post' },
  data: sent,
  who: ['security-admin'],
  decide: (data, state, context) => {
    const refused = refuseAsking(data, state, context);
    if (refused !== null) return refused;
    const waiting = state.proposals.find(
      (each) =>
        each.act === 'grant' &&
        each.asked.personId === data.personId &&
        samePost(each.asked, data) &&
        isWaiting(each, context.decidedOn),
    );
    if (waiting !== undefined)
      return sameFacts(waiting.asked, data)
        ? []
        : rejected('proposal.waiting', { proposalId: waiting.proposalId });
    const against = judgeGrant(data, state, context);
    if (against === 'same') return [];
    if (against !== null) return against;
    const proposalId = nextProposalId('grant', state);
    return [{ type: 'GrantProposed', data: { proposalId, ...data, expiresOn: expiryOf(context.decidedOn) } }];
  },
  events: {
    GrantProposed: {
      data: grantProposed,
      seenBy: 'auditors',
      published: false,
      fold: (state, { data, actor, decidedOn }) => {
        const { proposalId, expiresOn } = data;
        const proposal: PostProposal = {
          act: 'grant',
          status: 'waiting',
          ...{ proposalId, proposedBy: actor, proposedOn: decidedOn, expiresOn, endedBy: null },
          asked: grantOf(data),
        };
        return { ...state, proposals: [...state.proposals, proposal] };
      },
    },
  },
};
