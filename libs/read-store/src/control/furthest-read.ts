import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Position } from '@duban/kernel';
import { openDatabase } from '@duban/sqlite';
import { generationPath } from '../store/generation-file.ts';
import { openControlFile } from './control-file.ts';

const GENERATION = /^read-.*\.sqlite(-wal|-shm|\.lock)?$/;

const column = (file: string, sql: string): readonly string[] => {
  const db = openDatabase(file, { readOnly: true, waitMs: 5_000 });
  try {
    return db
      .prepare(sql)
      .all()
      .map((row) => String(Object.values(row)[0]));
  } finally {
    db.close();
  }
};

const positionOf = (file: string): readonly string[] => {
  try {
    return existsSync(file) ? column(file, 'SELECT position FROM progress') : [];
  } catch {
    // Half built, or of another release: the runner of this release judges it.
    return [];
  }
};

/**
 * How far the read models in this folder have read their log, without opening them for anything else. Null: there are none.
 * All positions of one log compare as text.
 */
export const furthestRead = (dir: string): Position | null => {
  const control = join(dir, 'control.sqlite');
  if (!existsSync(control)) return null;
  try {
    const live = column(control, 'SELECT generation FROM live');
    const positions = live.flatMap((generation) => positionOf(generationPath(dir, generation))).sort();
    return (positions.at(-1) ?? null) as Position | null;
  } catch {
    return null;
  }
};

/** Removes the read models of every release, before a process opens them: the next runner makes them anew from the log. */
export const discardReadModels = (dir: string): void => {
  const control = openControlFile(dir);
  try {
    control.forgetOthers(null);
    for (const file of readdirSync(dir).filter((name) => GENERATION.test(name)))
      rmSync(join(dir, file), { force: true });
  } finally {
    control.close();
  }
};
