/** A run of tests kills processes and leaves what they had open; it all lies in one folder, and goes with it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Answers what `work` does; it gets the environment in which temporary files go into the folder. */
export const inScratchFolder = (work) => {
  const folder = mkdtempSync(join(tmpdir(), 'duban-run-'));
  try {
    return work({ ...process.env, TMPDIR: folder });
  } finally {
    try {
      // The shared broker ends when it sees that the run is over, and may write meanwhile.
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 });
    } catch (error) {
      console.error(`${folder} could not be removed: ${error.message}`);
    }
  }
};
