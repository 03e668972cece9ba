import type { RowOf, TableSpec } from '../projection.ts';

export const deadlinesTable = {
  name: 'deadlines',
  kind: 'keyed',
  key: ['item', 'kind', 'reference', 'date', 'cycle'],
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
    missed: 'integer',
    missed_by: 'text',
    waits: 'integer',
    waited_until: 'text',
  },
  indexes: [
    ['open', 'date'],
    ['missed', 'date'],
  ],
} as const satisfies TableSpec;

export type DeadlineRow = RowOf<typeof deadlinesTable>;
