import type { Stored } from '../schema/data.ts';
import { closed } from '../schema/parts.ts';
import { proposalRef } from '../schema/references.ts';
import type { PostStep } from './post-step.ts';
import { judgeDecline, withPostProposalEnded } from './waiting-posts.ts';

const grantDeclined = closed({ proposalId: proposalRef() });

/** Nobody gets the post; that it was proposed stays. */
export type GrantDeclined = Stored<'GrantDeclined', typeof grantDeclined>;

/** The second administrator says no, or whoever proposed it takes it back. */
export const declineGrant: PostStep<typeof grantDeclined, GrantDeclined> = {
  label: { zh: '退回授予岗位', en: 'Decline a grant' },
  data: grantDeclined,
  who: ['security-admin'],
  decide: (data, state, context) =>
    judgeDecline('grant', data.proposalId, state, context) ?? [{ type: 'GrantDeclined', data }],
  events: {
    GrantDeclined: {
      data: grantDeclined,
      seenBy: 'auditors',
      published: false,
      fold: (state, { data, actor }) => withPostProposalEnded(state, data.proposalId, 'declined', actor),
    },
  },
};
