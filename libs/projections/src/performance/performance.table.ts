import type { RowOf, TableSpec } from '../projection.ts';

export const performanceTable = {
  name: 'performance',
  kind: 'keyed',
  key: ['item', 'cycle', 'organ', 'role'],
  columns: {
    item: 'integer',
    cycle: 'integer',
    organ: 'text',
    role: 'text',
    started_on: 'text',
    due: 'text',
    finished_on: 'text',
    late: 'integer',
    late_days: 'integer',
    misses: 'integer',
    owed_by: 'text',
    next_due: 'text',
    next_plan: 'text',
    days: 'integer',
    returned: 'integer',
    left: 'integer',
    ended: 'integer',
    extensions: 'integer',
    outcome: 'text',
    relapsed: 'integer',
  },
  indexes: [['role', 'organ', 'item', 'cycle']],
} as const satisfies TableSpec;

export type PerformanceRow = RowOf<typeof performanceTable>;
