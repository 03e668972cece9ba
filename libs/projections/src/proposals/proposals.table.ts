import type { RowOf, TableSpec } from '../projection.ts';

/** `author_role`, `author_organ`: of a correction, who stated the fact. `person`, `other`: whom the act is about. */
export const proposalsTable = {
  name: 'proposals',
  kind: 'keyed',
  key: ['stream_key', 'proposal_id'],
  columns: {
    stream_key: 'integer',
    proposal_id: 'text',
    act: 'text',
    case_id: 'text',
    case_no: 'text',
    target_type: 'text',
    target_event_id: 'text',
    author_role: 'text',
    author_organ: 'text',
    person: 'text',
    other: 'text',
    post: 'text',
    proposed_by: 'text',
    proposed_role: 'text',
    proposed_organ: 'text',
    proposed_on: 'text',
    expires_on: 'text',
  },
  indexes: [['expires_on']],
} as const satisfies TableSpec;

export type ProposalRow = RowOf<typeof proposalsTable>;
