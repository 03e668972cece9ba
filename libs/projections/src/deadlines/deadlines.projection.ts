import type { Projection } from '../projection.ts';
import { changesOfItems } from '../row-changes.ts';
import { deadlineRows } from './deadline-rows.ts';
import { deadlinesTable } from './deadlines.table.ts';

export const deadlinesProjection: Projection = {
  name: 'deadlines',
  version: 3,
  tables: [deadlinesTable],
  project: changesOfItems(deadlinesTable, deadlineRows),
};
