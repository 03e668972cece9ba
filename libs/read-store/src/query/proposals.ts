import { ORGAN_ROLES } from '@duban/kernel';
import type { ProposalsQuery, WaitingProposal } from '../api/report.query.ts';
import {
  all,
  join,
  noneOf,
  oneOf,
  sql,
  textOf,
  textOrNull,
  type Connection,
  type ResultRow,
  type Sql,
} from './sql.ts';

const either = (conditions: readonly Sql[]): Sql => join([sql('('), join(conditions, ' OR '), sql(')')], '');
const both = (...conditions: readonly Sql[]): Sql => join([sql('('), all(conditions), sql(')')], '');

/** Whoever has nobody beside them is confirmed by the office. */
const HAVE_NOBODY_BESIDE = [...ORGAN_ROLES, 'deputy'];

/** What this post could confirm, its holder's own proposals aside. */
const confirmable = ({ persons, role, organ }: ProposalsQuery): readonly Sql[] => [
  both(
    sql(`act = 'correction' AND author_role = ? AND author_organ = ?`, role, organ),
    sql(`author_role <> 'deputy'`),
  ),
  ...(role === 'supervision-office'
    ? [both(sql(`act = 'correction'`), oneOf('author_role', HAVE_NOBODY_BESIDE))]
    : []),
  ...(role === 'security-admin'
    ? [
        sql(`act = 'erasure'`),
        both(
          sql(`act IN ('grant', 'link')`),
          ...noneOf('person', persons),
          ...noneOf(`coalesce(other, '')`, persons),
        ),
      ]
    : []),
];

const own = ({ persons, role, organ }: ProposalsQuery): Sql =>
  both(oneOf('proposed_by', persons), sql('proposed_role = ? AND proposed_organ = ?', role, organ));

const proposalOf = (row: ResultRow, persons: readonly string[]): WaitingProposal => ({
  proposalId: textOf(row, 'proposal_id'),
  act: textOf(row, 'act') as WaitingProposal['act'],
  caseId: textOrNull(row, 'case_id'),
  caseNo: textOrNull(row, 'case_no'),
  targetType: textOrNull(row, 'target_type'),
  targetEventId: textOrNull(row, 'target_event_id'),
  personId: textOrNull(row, 'person'),
  otherId: textOrNull(row, 'other'),
  post: textOrNull(row, 'post'),
  proposedBy: {
    id: textOf(row, 'proposed_by'),
    role: textOf(row, 'proposed_role'),
    organ: textOf(row, 'proposed_organ'),
  },
  proposedOn: textOf(row, 'proposed_on'),
  expiresOn: textOf(row, 'expires_on'),
  own: persons.includes(textOf(row, 'proposed_by')),
});

/** Those that expire first come first. */
export const proposals = (connection: Connection, query: ProposalsQuery): readonly WaitingProposal[] => {
  const conditions = [
    sql('expires_on >= ?', query.today),
    ...noneOf(`coalesce(case_id, '')`, query.without),
    either([own(query), ...confirmable(query)]),
  ];
  const rows = connection.rows(
    join(
      [
        sql('SELECT * FROM proposals WHERE'),
        all(conditions),
        sql('ORDER BY expires_on, stream_key, proposal_id'),
      ],
      ' ',
    ),
  );
  return rows.map((row) => proposalOf(row, query.persons));
};
