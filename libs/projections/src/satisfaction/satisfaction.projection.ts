import type { StreamDocument } from '../fold/stream-document.ts';
import type { Change, Projection, Step } from '../projection.ts';
import { changesOfItems, rowChanges } from '../row-changes.ts';
import { itemEvaluationRows, recordRows } from './evaluation-rows.ts';
import { evaluationsTable } from './evaluations.table.ts';

const recordsOf = (document: StreamDocument) =>
  document.category === 'case' && document.state.status !== 'unopened' ? document.state.records : undefined;

const changesOfRecords = ({ before, after }: Step): readonly Change[] => {
  const later = recordsOf(after);
  const earlier = recordsOf(before);
  if (after.category !== 'case' || later === undefined || later === earlier) return [];
  const rowsBefore = before.category === 'case' && earlier !== undefined ? recordRows(before, earlier) : [];
  return rowChanges(evaluationsTable, rowsBefore, recordRows(after, later));
};

const changesOfConclusions = changesOfItems(evaluationsTable, itemEvaluationRows);

/** Every evaluation of every instrument, with both rates where ballots were counted (domain.md section 4). */
export const satisfactionProjection: Projection = {
  name: 'satisfaction',
  version: 1,
  tables: [evaluationsTable],
  project: (step) => [...changesOfRecords(step), ...changesOfConclusions(step)],
};
