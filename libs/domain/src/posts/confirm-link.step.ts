import { isRejected } from '@duban/kernel';
import { closed } from '../schema/parts.ts';
import { proposalRef } from '../schema/references.ts';
import { endedBySame } from '../two-persons/ended-proposal.ts';
import { judgeLink, personsLinkedRecord, type PersonsLinked } from './linked-persons.ts';
import { refuseOwn } from './post-guards.ts';
import type { PostStep } from './post-step.ts';
import { confirmedBy, proposalOf, unknownProposal } from './waiting-posts.ts';

const sent = closed({ proposalId: proposalRef() });

/** The second administrator: another person, and none of those who are linked. */
export const confirmLink: PostStep<typeof sent, PersonsLinked> = {
  label: { zh: '确认为同一人', en: 'Confirm a link' },
  data: sent,
  who: ['security-admin'],
  decide: ({ proposalId }, state, context) => {
    const proposal = proposalOf('link', proposalId, state);
    if (proposal === undefined) return unknownProposal(proposalId);
    if (endedBySame(proposal, 'confirmed', context)) return [];
    const { asked } = proposal;
    const refused = refuseOwn([asked.personId, asked.otherId], state, context);
    if (refused !== null) return refused;
    const second = confirmedBy(proposal, state, context);
    if (isRejected(second)) return second;
    const against = judgeLink(asked, state);
    // One who was linked meanwhile over a third id is linked by this pair, too: it may be parted by it.
    if (against !== null && against !== 'same') return against;
    return [{ type: 'PersonsLinked', data: { ...asked, proposalId, ...second } }];
  },
  events: { PersonsLinked: personsLinkedRecord },
};
