import type { RowOf, TableSpec } from '../projection.ts';

export const evaluationsTable = {
  name: 'evaluations',
  kind: 'keyed',
  key: ['event_id', 'item'],
  columns: {
    event_id: 'text',
    item: 'text',
    case_key: 'integer',
    case_id: 'text',
    kind: 'text',
    item_ids: 'text',
    cycle: 'integer',
    round: 'integer',
    date: 'text',
    outcome: 'text',
    positive: 'integer',
    top_two: 'integer',
    data: 'text',
  },
  indexes: [['date'], ['case_key']],
} as const satisfies TableSpec;

export type EvaluationRow = RowOf<typeof evaluationsTable>;
