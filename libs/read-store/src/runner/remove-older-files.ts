import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Projection } from '@duban/projections';
import { openControlFile } from '../control/control-file.ts';
import { generationDigest } from '../store/generation-digest.ts';
import { generationPath } from '../store/generation-file.ts';

const GENERATION = /^read-.*\.sqlite(-wal|-shm|\.lock)?$/;

/**
 * Removes the file of every generation but the live one of this release: those kept for going back, those of other
 * releases, and what a crash left behind. For erasure, after a rebuild: older files still hold what was erased. A process
 * that has one open reads on in it until it looks for the live one, which every query and every step of a runner does.
 * Answers the names of the files that are gone.
 */
export const removeOlderFiles = (dir: string, projections: readonly Projection[]): readonly string[] => {
  const control = openControlFile(dir);
  try {
    const live = control.live(generationDigest(projections));
    const kept = live === null ? null : generationPath(dir, live);
    const isOlder = (file: string): boolean =>
      GENERATION.test(file) && (kept === null || !join(dir, file).startsWith(kept));
    const removed = readdirSync(dir).filter(isOlder);
    control.forgetOthers(live);
    for (const file of removed) rmSync(join(dir, file), { force: true });
    return removed;
  } finally {
    control.close();
  }
};
