import { isRejected, rejected } from '@duban/kernel';
import { closed } from '../schema/parts.ts';
import { proposalRef } from '../schema/references.ts';
import { endedBySame } from '../two-persons/ended-proposal.ts';
import { judgeGrant, postGrantedRecord, type PostGranted } from './granted-post.ts';
import { refuseOwn } from './post-guards.ts';
import type { PostStep } from './post-step.ts';
import { confirmedBy, proposalOf, unknownProposal } from './waiting-posts.ts';

const sent = closed({ proposalId: proposalRef() });

/** The second administrator: another person, and not the one who gets the post. */
export const confirmGrant: PostStep<typeof sent, PostGranted> = {
  label: { zh: '确认授予岗位', en: 'Confirm a grant' },
  data: sent,
  who: ['security-admin'],
  decide: ({ proposalId }, state, context) => {
    const proposal = proposalOf('grant', proposalId, state);
    if (proposal === undefined) return unknownProposal(proposalId);
    if (endedBySame(proposal, 'confirmed', context)) return [];
    const { asked } = proposal;
    const refused = refuseOwn([asked.personId], state, context);
    if (refused !== null) return refused;
    const second = confirmedBy(proposal, state, context);
    if (isRejected(second)) return second;
    // Nothing begins in the past: what was confirmed late begins on the day of its confirmation.
    const from = asked.from < context.decidedOn ? context.decidedOn : asked.from;
    const data = { ...asked, from };
    const against = judgeGrant(data, state, context);
    if (against === 'same') return rejected('post.held-already', { from, until: asked.until });
    return against ?? [{ type: 'PostGranted', data: { ...data, proposalId, ...second } }];
  },
  events: { PostGranted: postGrantedRecord },
};
