import type { EventReader } from '@duban/event-store';
import type { Position } from '@duban/kernel';
import type { Projection } from '@duban/projections';
import { openControlFile, type ControlFile } from '../control/control-file.ts';
import { generationDigest } from '../store/generation-digest.ts';
import { deleteGeneration, generationPath, openGeneration } from '../store/generation-file.ts';
import { compareSample } from './compare-sample.ts';
import { generationRunner, type StepResult } from './generation-runner.ts';
import { CodedError } from '@duban/kernel';

export type RebuildOptions = {
  readonly dir: string;
  readonly reader: EventReader;
  readonly projections: readonly Projection[];
  readonly onProgress?: (progress: StepResult) => void;
};

export type Rebuilt = {
  readonly generation: string;
  readonly events: number;
  readonly position: Position;
  /** Streams replayed alone and found equal before the switch. */
  readonly compared: number;
  readonly parked: number;
};

/** Makes a generation that was built and compared the one that is read; files nobody reads any more go. */
export const goLive = (control: ControlFile, dir: string, digest: string, generation: string): void => {
  for (const unused of control.switchTo(digest, generation)) deleteGeneration(dir, unused);
};

const build = async (options: RebuildOptions, file: string): Promise<StepResult & { compared: number }> => {
  const { reader, projections, onProgress } = options;
  const { db, lock, close } = openGeneration(file, projections);
  const runner = generationRunner({
    db,
    lock,
    reader,
    projections,
    owner: `rebuild ${process.pid}`,
    now: Date.now,
  });
  try {
    if (!runner.acquire())
      throw new CodedError('runner.not-owner', `${file} is being built by another process`);
    let result = await runner.step();
    for (; !result.caughtUp; result = await runner.step()) onProgress?.(result);
    onProgress?.(result);
    const compared = await compareSample({ db, reader, projections });
    runner.release();
    return { ...result, compared };
  } finally {
    close();
  }
};

/**
 * Builds all read models anew beside the present ones, compares, and switches by one row; a server that runs on the same
 * directory goes on reading the old generation until then and takes over the new one by itself.
 * @throws CodedError `rebuild.differs`, and whatever stops a runner; the old generation then stays.
 */
export const rebuildReadModels = async (options: RebuildOptions): Promise<Rebuilt> => {
  const digest = generationDigest(options.projections);
  const control = openControlFile(options.dir);
  const generation = control.create(digest);
  try {
    const { ordinal, position, compared, parked } = await build(
      options,
      generationPath(options.dir, generation),
    );
    goLive(control, options.dir, digest, generation);
    return { generation, events: ordinal, position, compared, parked };
  } catch (error) {
    control.forget(generation);
    deleteGeneration(options.dir, generation);
    throw error;
  } finally {
    control.close();
  }
};
