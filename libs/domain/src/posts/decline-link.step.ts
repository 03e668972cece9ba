import type { Stored } from '../schema/data.ts';
import { closed } from '../schema/parts.ts';
import { proposalRef } from '../schema/references.ts';
import type { PostStep } from './post-step.ts';
import { judgeDecline, withPostProposalEnded } from './waiting-posts.ts';

const linkDeclined = closed({ proposalId: proposalRef() });

/** They stay two persons; that it was proposed stays. */
export type LinkDeclined = Stored<'LinkDeclined', typeof linkDeclined>;

/** The second administrator says no, or whoever proposed it takes it back. */
export const declineLink: PostStep<typeof linkDeclined, LinkDeclined> = {
  label: { zh: '退回同一人认定', en: 'Decline a link' },
  data: linkDeclined,
  who: ['security-admin'],
  decide: (data, state, context) =>
    judgeDecline('link', data.proposalId, state, context) ?? [{ type: 'LinkDeclined', data }],
  events: {
    LinkDeclined: {
      data: linkDeclined,
      seenBy: 'auditors',
      published: false,
      fold: (state, { data, actor }) => withPostProposalEnded(state, data.proposalId, 'declined', actor),
    },
  },
};
