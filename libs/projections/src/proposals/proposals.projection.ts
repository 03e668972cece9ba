import { waitingCorrections } from '@duban/domain';
import { postText, type Actor } from '@duban/kernel';
import type { DocumentOf, StreamDocument } from '../fold/stream-document.ts';
import type { Projection } from '../projection.ts';
import { rowChanges } from '../row-changes.ts';
import { proposalsTable, type ProposalRow } from './proposals.table.ts';

const NOTHING = {
  ...{ case_id: null, case_no: null, target_type: null, target_event_id: null },
  ...{ author_role: null, author_organ: null, person: null, other: null, post: null },
};

const proposedBy = ({ id, role, organ }: Actor) => ({
  ...{ proposed_by: id, proposed_role: role, proposed_organ: organ },
});

const corrections = ({ key, id, state }: DocumentOf<'case'>): readonly ProposalRow[] => {
  if (state.status === 'unopened') return [];
  return waitingCorrections(state).map(({ proposal: { by, on, data }, author }) => ({
    ...NOTHING,
    ...{ stream_key: key, proposal_id: data.proposalId, act: 'correction' },
    ...{ case_id: id, case_no: state.opened.caseNo },
    ...{ target_type: data.targetType, target_event_id: data.targetEventId },
    ...{ author_role: author.role, author_organ: author.organ },
    ...proposedBy(by),
    ...{ proposed_on: on, expires_on: data.expiresOn },
  }));
};

const posts = ({ key, state }: DocumentOf<'posts'>): readonly ProposalRow[] =>
  state.proposals.flatMap((proposal): readonly ProposalRow[] => {
    if (proposal.status !== 'waiting') return [];
    const { proposalId, act, proposedOn, expiresOn, asked } = proposal;
    const row = {
      ...NOTHING,
      ...{ stream_key: key, proposal_id: proposalId, act, person: asked.personId },
      ...proposedBy(proposal.proposedBy),
      ...{ proposed_on: proposedOn, expires_on: expiresOn },
    };
    return 'otherId' in asked ? [{ ...row, other: asked.otherId }] : [{ ...row, post: postText(asked) }];
  });

const erasures = ({ key, state }: DocumentOf<'erasure'>): readonly ProposalRow[] =>
  state.proposals.flatMap((proposal): readonly ProposalRow[] => {
    if (proposal.status !== 'waiting') return [];
    const { proposalId, proposedOn, expiresOn, asked } = proposal;
    return [
      {
        ...NOTHING,
        ...{ stream_key: key, proposal_id: proposalId, act: 'erasure', person: asked.person },
        ...proposedBy(proposal.proposedBy),
        ...{ proposed_on: proposedOn, expires_on: expiresOn },
      },
    ];
  });

const rowsOf = (document: StreamDocument): readonly ProposalRow[] => {
  switch (document.category) {
    case 'case':
      return corrections(document);
    case 'posts':
      return posts(document);
    case 'erasure':
      return erasures(document);
    default:
      return [];
  }
};

/** What waits for a second person, wherever it was proposed; that its time is over follows from the day of the question. */
export const proposalsProjection: Projection = {
  name: 'proposals',
  version: 1,
  tables: [proposalsTable],
  project: ({ before, after }) => rowChanges(proposalsTable, rowsOf(before), rowsOf(after)),
};
