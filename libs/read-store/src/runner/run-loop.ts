import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { hasCode, LOG_START } from '@duban/kernel';
import type { EventReader } from '@duban/event-store';
import type { Projection } from '@duban/projections';
import type { RunnerState } from '../api/health.ts';
import { openControlFile, type ControlFile } from '../control/control-file.ts';
import { generationDigest } from '../store/generation-digest.ts';
import { generationPath, openGeneration } from '../store/generation-file.ts';
import { compareSample } from './compare-sample.ts';
import { generationRunner, type GenerationRunner, type StepResult } from './generation-runner.ts';
import { goLive } from './rebuild.ts';

export type RunnerReport = {
  readonly state: RunnerState;
  readonly generation: string | null;
  readonly position: string;
  readonly head: string;
  readonly parked: number;
};

export type RunLoopOptions = {
  readonly dir: string;
  readonly reader: EventReader;
  readonly projections: readonly Projection[];
  readonly owner: string;
  readonly signal: AbortSignal;
  readonly onReport?: (report: RunnerReport) => void;
  /** How long to wait without a notification: it only wakes a poll that happens anyway (E21). */
  readonly pollMs?: number;
};

/** A wait that a notification, or the end, cuts short. */
const wakeable = (options: RunLoopOptions) => {
  let wake = (): void => undefined;
  let woken = false;
  const onWake = (): void => {
    woken = true;
    wake();
  };
  const stop = options.reader.onAppended(onWake);
  options.signal.addEventListener('abort', onWake);
  return {
    wait: async (ms: number): Promise<void> => {
      if (!woken && !options.signal.aborted) {
        const cut = new AbortController();
        wake = () => {
          cut.abort();
        };
        await sleep(ms, undefined, { signal: cut.signal, ref: true }).catch(() => undefined);
      }
      woken = false;
    },
    stop,
  };
};

type Running = {
  readonly options: RunLoopOptions;
  readonly control: ControlFile;
  readonly digest: string;
  readonly generation: string;
  readonly db: DatabaseSync;
  readonly runner: GenerationRunner;
};

const report = ({ options, generation }: Running, state: RunnerState, at?: StepResult): void => {
  options.onReport?.({
    state,
    generation,
    position: at?.position ?? LOG_START,
    head: at?.head ?? LOG_START,
    parked: at?.parked ?? 0,
  });
};

/** The generation to run: the live one, else the one that was begun, else a new one. */
const chosen = (control: ControlFile, digest: string): string =>
  control.live(digest) ?? control.newest(digest) ?? control.create(digest);

/** First build of a layout: it goes live like a rebuild does, compared first. */
const goLiveWhenReady = async ({ options, control, digest, generation, db }: Running): Promise<void> => {
  if (control.live(digest) !== null) return;
  await compareSample({ db, reader: options.reader, projections: options.projections });
  goLive(control, options.dir, digest, generation);
};

const answerRetries = async ({ control, runner }: Running): Promise<void> => {
  for (const stream of control.takeRetries()) await runner.retry(stream);
};

/** Until the end, or until another generation is live. */
const runGeneration = async (running: Running, wait: (ms: number) => Promise<void>): Promise<void> => {
  const { options, control, digest, generation, runner } = running;
  const { signal, pollMs = 1_000 } = options;
  while (!signal.aborted && chosen(control, digest) === generation) {
    const at = await runner.step();
    if (at.caughtUp) await goLiveWhenReady(running);
    report(running, at.caughtUp ? 'live' : 'building', at);
    await answerRetries(running);
    if (at.caughtUp) await wait(pollMs);
  }
};

const takeTurn = async (running: Running, wait: (ms: number) => Promise<void>): Promise<void> => {
  if (!running.runner.acquire()) {
    report(running, 'standby');
    await wait(running.options.pollMs ?? 1_000);
    return;
  }
  try {
    await runGeneration(running, wait);
    running.runner.release();
  } catch (error) {
    // Another process runs on from here; this one stands by.
    if (!hasCode(error, 'runner.not-owner')) throw error;
    report(running, 'standby');
  }
};

/**
 * Runs the read models of a directory until `signal` ends it: one page at a time, then a wait. Ends with an error that the
 * supervisor judges; what was committed stays.
 */
export const runLoop = async (options: RunLoopOptions): Promise<void> => {
  const { dir, reader, projections, owner, signal } = options;
  const control = openControlFile(dir);
  const digest = generationDigest(projections);
  const { wait, stop } = wakeable(options);
  try {
    while (!signal.aborted) {
      const generation = chosen(control, digest);
      const { db, lock, close } = openGeneration(generationPath(dir, generation), projections);
      try {
        const runner = generationRunner({ db, lock, reader, projections, owner, now: Date.now });
        await takeTurn({ options, control, digest, generation, db, runner }, wait);
      } finally {
        close();
      }
    }
  } finally {
    stop();
    control.close();
  }
};
