import { PROPOSAL_STATUSES } from '@duban/domain';
import { POST_SOURCES } from '@duban/kernel';
import { answer, date, enumeration, list, orNull, text, type Answer } from './parts.ts';

const grant = answer('PostGrant', {
  personId: text(),
  post: text('What stands in `Duban-Post`: `organ-lead@cq-housing`'),
  role: text(),
  organ: text(),
  from: date('First day'),
  until: orNull(date('Last day, by its own date or the end of the term; null: none is set')),
});

const proposal = answer(
  'PostProposal',
  {
    proposalId: text(),
    act: enumeration('PostAct', ['grant', 'link']),
    status: enumeration('PostProposalStatus', PROPOSAL_STATUSES),
    proposedBy: text(),
    proposedOn: date(),
    expiresOn: date('The last day on which another person can confirm it'),
    endedBy: orNull(text('Who confirmed or declined it')),
    personId: text(),
    otherId: orNull(text('Of a link: the other id')),
    post: orNull(text('Of a grant')),
    from: orNull(date('Of a grant')),
    until: orNull(date('Of a grant; null: to the end of the term')),
  },
  'What one security administrator proposed and another confirms',
);

export const posts = answer('Posts', {
  source: enumeration('PostSource', POST_SOURCES),
  termEnds: list(date(), 'Last days of terms'),
  grants: list(grant, 'Past ones included, in the order in which they were granted'),
  links: list(answer('PersonLink', { personId: text(), otherId: text() }), 'Ids that are one person'),
  proposals: list(proposal, 'Ended ones included, in the order in which they were made'),
});

export type Posts = Answer<typeof posts>;
