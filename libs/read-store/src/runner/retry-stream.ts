import type { EventReader, StoredEvent } from '@duban/event-store';
import { emptyDocument, entryOf, stepOf, type Projection, type StreamDocument } from '@duban/projections';
import { applyStep, isStopping, type Folding } from './page-fold.ts';
import { ALL_PROJECTIONS, type ParkedRow } from './parking.ts';
import { readWholeStream } from './read-whole-stream.ts';
import type { StreamTable } from './stream-table.ts';

export type Retrying = Folding & { readonly reader: EventReader; readonly streams: StreamTable };

export type RetryPlan = {
  readonly rows: readonly ParkedRow[];
  readonly events: readonly StoredEvent[];
  readonly ordinals: ReadonlyMap<number, number>;
  readonly key: number;
};

/** What a retry needs of the log, read before the transaction begins. Null when the stream does not wait. */
export const planRetry = async (
  { parking, streams, reader }: Retrying,
  stream: string,
): Promise<RetryPlan | null> => {
  const rows = parking.of(stream);
  const [first] = rows;
  if (first === undefined) return null;
  const key = streams.find(stream)?.key ?? first.ordinal;
  const ordinals = streams.ordinals(stream, key, 0);
  const to = Math.max(...ordinals.keys());
  return { rows, events: await readWholeStream(reader, stream, { to }), ordinals, key };
};

/** For which projections a parked row stands. Those that wait for a fault of their own keep waiting. */
const projectionsOf = (
  { projections }: Folding,
  row: ParkedRow,
  rows: readonly ParkedRow[],
): readonly Projection[] =>
  projections.filter(({ name }) =>
    row.projection === ALL_PROJECTIONS
      ? rows.every(({ projection }) => projection !== name)
      : name === row.projection,
  );

const replay = (retrying: Retrying, plan: RetryPlan, row: ParkedRow): void => {
  const chosen = projectionsOf(retrying, row, plan.rows);
  let document: StreamDocument = emptyDocument(row.stream, plan.key);
  for (const stored of plan.events) {
    const ordinal = plan.ordinals.get(stored.revision) ?? 0;
    try {
      const step = stepOf(document, entryOf(stored, ordinal));
      document = step.after;
      if (stored.revision < row.revision) continue;
      for (const projection of chosen) applyStep(retrying.writers, projection, step);
      if (row.projection === ALL_PROJECTIONS) retrying.documents.set(document);
    } catch (error) {
      if (isStopping(error)) throw error;
      const { stream, revision, position } = stored;
      retrying.parking.failAgain(row, { stream, revision, ordinal, position }, error);
      return;
    }
  }
  retrying.parking.release(row);
};

/**
 * Plays what waits of one stream from its first failure on, through today's upcasters and projections, each event under the
 * ordinal that it has in the log: afterwards the rows are as if it had never waited. First what waits for all.
 */
export const retryStream = (retrying: Retrying, plan: RetryPlan): void => {
  const isForAll = (row: ParkedRow): number => (row.projection === ALL_PROJECTIONS ? 0 : 1);
  for (const row of plan.rows.toSorted((a, b) => isForAll(a) - isForAll(b))) replay(retrying, plan, row);
};
