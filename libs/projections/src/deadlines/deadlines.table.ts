import type { RowOf, TableSpec } from '../projection.ts';

export const deadlinesTable = {
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

export type DeadlineRow = RowOf<typeof deadlinesTable>;
