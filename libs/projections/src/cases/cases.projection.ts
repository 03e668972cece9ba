import { isOpen, type OpenedCase } from '@duban/domain';
import type { StreamDocument } from '../fold/stream-document.ts';
import type { Projection, RowOf, TableSpec } from '../projection.ts';
import { rowChanges } from '../row-changes.ts';

const casesTable = {
  name: 'cases',
  kind: 'keyed',
  key: ['case_key'],
  columns: {
    case_key: 'integer',
    case_id: 'text',
    case_no: 'text',
    title: 'text',
    status: 'text',
    form: 'text',
    topic: 'text',
    addressee: 'text',
    lead_committee: 'text',
    items: 'integer',
    open_items: 'integer',
    opened_on: 'text',
    closed_on: 'text',
  },
  indexes: [['case_id'], ['case_no']],
} as const satisfies TableSpec;

type CaseRow = RowOf<typeof casesTable>;

const headerOf = ({ key, id }: StreamDocument, { opened, status, items, closedOn }: OpenedCase): CaseRow => {
  const all = Object.values(items).filter(({ stage }) => stage !== 'TAKEN_BACK');
  return {
    case_key: key,
    case_id: id,
    case_no: opened.caseNo,
    title: opened.source.title,
    status,
    form: opened.supervisionForm,
    topic: opened.topic,
    addressee: opened.addressee,
    lead_committee: opened.leadCommittee,
    items: all.length,
    open_items: all.filter(isOpen).length,
    opened_on: opened.openedOn,
    closed_on: closedOn,
  };
};

const rowsOf = (document: StreamDocument): readonly CaseRow[] =>
  document.category === 'case' && document.state.status !== 'unopened'
    ? [headerOf(document, document.state)]
    : [];

const openedOf = (document: StreamDocument): OpenedCase | null =>
  document.category === 'case' && document.state.status !== 'unopened' ? document.state : null;

/** What the row says besides its items: a case is listed before it has any. */
const sameHeader = (before: StreamDocument, after: StreamDocument): boolean => {
  const [earlier, later] = [openedOf(before), openedOf(after)];
  return (
    earlier?.opened === later?.opened &&
    earlier?.status === later?.status &&
    earlier?.closedOn === later?.closedOn
  );
};

/** One row per case; the whole state is the stream's document. */
export const casesProjection: Projection = {
  name: 'cases',
  version: 5,
  tables: [casesTable],
  project: ({ before, after, items }) =>
    items.length === 0 && sameHeader(before, after)
      ? []
      : rowChanges(casesTable, rowsOf(before), rowsOf(after)),
};
