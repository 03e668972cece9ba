import type { Projection, TableSpec } from '../projection.ts';
import { changesOfItems } from '../row-changes.ts';
import { deadlineRows } from './deadline-rows.ts';

const deadlinesTable = {
  name: 'deadlines',
  kind: 'keyed',
  key: ['item', 'kind', 'reference'],
  columns: {
    item: 'integer',
    kind: 'text',
    reference: 'text',
    case_id: 'text',
    case_no: 'text',
    item_id: 'text',
    title: 'text',
    date: 'text',
    provisional: 'integer',
    calendar: 'text',
    organ: 'text',
    open: 'integer',
    cycle: 'integer',
  },
  indexes: [['open', 'date']],
} as const satisfies TableSpec;

export const deadlinesProjection: Projection = {
  name: 'deadlines',
  version: 1,
  tables: [deadlinesTable],
  project: changesOfItems(deadlinesTable, deadlineRows),
};
