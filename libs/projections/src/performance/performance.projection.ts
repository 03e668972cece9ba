import type { Projection, TableSpec } from '../projection.ts';
import { changesOfItems } from '../row-changes.ts';
import { performanceRows } from './performance-rows.ts';

const performanceTable = {
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
    late_days: 'integer',
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

export const performanceProjection: Projection = {
  name: 'performance',
  version: 2,
  tables: [performanceTable],
  project: changesOfItems(performanceTable, performanceRows),
};
