import { owedPublications } from '@duban/domain';
import type { StreamDocument } from '../fold/stream-document.ts';
import type { Projection, RowOf, TableSpec } from '../projection.ts';
import { rowChanges } from '../row-changes.ts';

const owedPublicationsTable = {
  name: 'owed_publications',
  kind: 'keyed',
  key: ['case_key', 'what', 'to_whom'],
  columns: {
    case_key: 'integer',
    case_id: 'text',
    case_no: 'text',
    title: 'text',
    organ: 'text',
    what: 'text',
    to_whom: 'text',
    since: 'text',
    open: 'integer',
  },
  indexes: [['open', 'since']],
} as const satisfies TableSpec;

type Row = RowOf<typeof owedPublicationsTable>;

const rowsOf = (document: StreamDocument): readonly Row[] => {
  if (document.category !== 'case' || document.state.status === 'unopened') return [];
  const { key, id, state } = document;
  return owedPublications(state).map(({ what, toWhom, since, open }) => ({
    ...{ case_key: key, case_id: id, case_no: state.opened.caseNo, title: state.opened.source.title },
    ...{ organ: state.openedBy.organ, what, to_whom: toWhom, since, open: open ? 1 : 0 },
  }));
};

/** What deputies and the public are to be told of each case; by when follows from the rules on the day of the question. */
export const owedPublicationsProjection: Projection = {
  name: 'owed-publications',
  version: 1,
  tables: [owedPublicationsTable],
  project: ({ before, after }) =>
    after.category === 'case' ? rowChanges(owedPublicationsTable, rowsOf(before), rowsOf(after)) : [],
};
