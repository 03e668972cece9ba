import type { DocumentOf } from '../fold/stream-document.ts';
import type { Projection, RowOf, TableSpec } from '../projection.ts';

const importsTable = {
  name: 'imports',
  kind: 'keyed',
  key: ['key'],
  columns: {
    key: 'integer',
    batch_id: 'text',
    register: 'text',
    file_name: 'text',
    file_digest: 'text',
    mapping_digest: 'text',
    started_by: 'text',
    rows: 'integer',
    imported: 'integer',
    unchanged: 'integer',
    refused: 'integer',
    refusals: 'text',
    warnings: 'integer',
    taken_back: 'integer',
    undone_for: 'text',
    status: 'text',
    recorded_at: 'text',
  },
  indexes: [],
} as const satisfies TableSpec;

const statusOf = ({ completed, undone }: DocumentOf<'import'>['state']): string => {
  if (undone !== null) return 'undone';
  return completed === null ? 'started' : 'completed';
};

const rowOf = ({ key, id, state }: DocumentOf<'import'>, recordedAt: string): RowOf<typeof importsTable> => {
  const { started, completed, undone } = state;
  return {
    key,
    batch_id: id,
    register: started?.registerName ?? null,
    file_name: started?.fileName ?? null,
    file_digest: started?.fileDigest ?? null,
    mapping_digest: started?.mappingDigest ?? null,
    started_by: started?.startedBy ?? null,
    rows: started?.rows ?? null,
    imported: completed?.imported ?? null,
    unchanged: completed?.unchanged ?? null,
    refused: completed?.refused.length ?? null,
    refusals: completed === null ? null : JSON.stringify(completed.refused),
    warnings: completed?.warnings ?? null,
    taken_back: undone?.items ?? null,
    undone_for: undone?.reason ?? null,
    status: statusOf(state),
    recorded_at: recordedAt,
  };
};

/** Batches as their own streams report them; the items themselves are on the board with their batch. */
export const importsProjection: Projection = {
  name: 'imports',
  version: 1,
  tables: [importsTable],
  project: ({ entry, after }) =>
    after.category === 'import'
      ? [{ op: 'put', table: importsTable.name, row: rowOf(after, entry.event.recordedAt) }]
      : [],
};
