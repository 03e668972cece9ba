import type { DatabaseSync } from 'node:sqlite';
import { openDatabase } from '@duban/sqlite';
import { allProjections, type Projection } from '@duban/projections';
import type { EventReader } from '@duban/event-store';
import { generationRunner, type GenerationRunner, type StepResult } from './runner/generation-runner.ts';
import { createTables } from './store/generation-file.ts';
import { historyOf } from './store/table-sql.ts';

/** For specs only: every row of every read model, in an order of its own. */
export const dump = (db: DatabaseSync): Readonly<Record<string, readonly string[]>> => {
  const tables = allProjections.flatMap((projection) => projection.tables);
  const names = tables.flatMap((table) =>
    table.kind === 'versioned' ? [table.name, historyOf(table)] : [table.name],
  );
  const search = db
    .prepare(`SELECT term, doc FROM dump_search ORDER BY term, doc`)
    .all()
    .map((row) => JSON.stringify(row));
  return {
    search,
    ...Object.fromEntries(
      [...names, 'stream', 'document'].map((name) => [
        name,
        db
          .prepare(`SELECT * FROM ${name}`)
          .all()
          .map((row) => JSON.stringify(row))
          .sort(),
      ]),
    ),
  };
};

export const emptyGeneration = (): DatabaseSync => {
  const db = openDatabase(':memory:');
  createTables(db, allProjections);
  db.exec(`CREATE VIRTUAL TABLE temp.dump_search USING fts5vocab(main, 'audit_search', 'instance')`);
  return db;
};

export type Running = {
  readonly db: DatabaseSync;
  readonly reader: EventReader;
  readonly projections?: readonly Projection[];
  readonly owner?: string;
  readonly now?: () => number;
  readonly eventsPerPage?: number;
};

export const runnerOn = ({
  projections = allProjections,
  owner = 'one',
  now = () => 0,
  ...rest
}: Running): GenerationRunner =>
  // Leases alone decide: a lock needs files.
  generationRunner({ ...rest, lock: { take: () => false }, projections, owner, now });

/** Acquires and runs to the head. */
export const catchUp = async (runner: GenerationRunner): Promise<StepResult> => {
  runner.acquire();
  let result = await runner.step();
  while (!result.caughtUp) result = await runner.step();
  return result;
};
