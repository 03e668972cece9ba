import type { Projection } from '../projection.ts';
import { changesOfItems } from '../row-changes.ts';
import { performanceRows } from './performance-rows.ts';
import { performanceTable } from './performance.table.ts';

export const performanceProjection: Projection = {
  name: 'performance',
  version: 4,
  tables: [performanceTable],
  project: changesOfItems(performanceTable, performanceRows),
};
