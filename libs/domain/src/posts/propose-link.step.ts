import type { Stored } from '../schema/data.ts';
import { closed, date, person } from '../schema/parts.ts';
import { newId } from '../schema/references.ts';
import { expiryOf, isWaiting } from '../two-persons/two-persons.ts';
import { askedLink, judgeLink, refuseAskingLink } from './linked-persons.ts';
import type { PostStep } from './post-step.ts';
import type { PostProposal } from './posts.state.ts';
import { nextProposalId } from './waiting-posts.ts';

const sent = askedLink();

/** `expiresOn`: the last day on which it can be confirmed. */
const linkProposed = closed({
  proposalId: newId(),
  personId: person(),
  otherId: person(),
  expiresOn: date(),
});

/** They are two persons still: it waits for a second administrator. */
export type LinkProposed = Stored<'LinkProposed', typeof linkProposed>;

export const proposeLink: PostStep<typeof sent, LinkProposed> = {
  label: { zh: '提出认定为同一人', en: 'Propose to link persons' },
  data: sent,
  who: ['security-admin'],
  decide: (data, state, context) => {
    const refused = refuseAskingLink(data, state, context);
    if (refused !== null) return refused;
    const pair = [data.personId, data.otherId];
    const waits = state.proposals.some(
      (each) =>
        each.act === 'link' &&
        pair.includes(each.asked.personId) &&
        pair.includes(each.asked.otherId) &&
        isWaiting(each, context.decidedOn),
    );
    const against = judgeLink(data, state);
    if (waits || against === 'same') return [];
    if (against !== null) return against;
    const proposalId = nextProposalId('link', state);
    return [{ type: 'LinkProposed', data: { proposalId, ...data, expiresOn: expiryOf(context.decidedOn) } }];
  },
  events: {
    LinkProposed: {
      data: linkProposed,
      seenBy: 'auditors',
      published: false,
      fold: (state, { data: { proposalId, expiresOn, personId, otherId }, actor, decidedOn }) => {
        const proposal: PostProposal = {
          act: 'link',
          status: 'waiting',
          ...{ proposalId, proposedBy: actor, proposedOn: decidedOn, expiresOn, endedBy: null },
          asked: { personId, otherId },
        };
        return { ...state, proposals: [...state.proposals, proposal] };
      },
    },
  },
};
