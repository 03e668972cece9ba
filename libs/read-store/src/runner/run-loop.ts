import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { CodedError, hasCode, LOG_START } from '@duban/kernel';
import type { EventReader } from '@duban/event-store';
import type { Projection } from '@duban/projections';
import type { RunnerState } from '../api/health.ts';
import {
  controlPath,
  notOurs,
  openControlFile,
  type ControlFile,
  type Discarded,
} from '../control/control-file.ts';
import { fileIdentity } from '../store/file-identity.ts';
import { generationDigest } from '../store/generation-digest.ts';
import { deleteGeneration, generationPath, openGeneration } from '../store/generation-file.ts';
import { isDamaged, isForeign } from '../store/sqlite-fault.ts';
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
  readonly onDiscarded?: (discarded: Discarded) => void;
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

/** The generation to run: the live one, else the one that was begun, else a new one. A name without a file is forgotten. */
const chosen = (control: ControlFile, dir: string, digest: string): string => {
  const known = control.live(digest) ?? control.newest(digest);
  if (known === null) return control.create(digest);
  if (fileIdentity(generationPath(dir, known)) !== null) return known;
  control.forget(known);
  return chosen(control, dir, digest);
};

/** Whoever writes into files that have no name any more works for nobody. @throws CodedError `read-model.removed` */
const stillThere = (dir: string, generation: string) => {
  const paths = [controlPath(dir), generationPath(dir, generation)];
  const identities = paths.map(fileIdentity);
  return (): void => {
    if (paths.every((path, index) => fileIdentity(path) === identities[index])) return;
    throw new CodedError('read-model.removed', `the files in ${dir} were taken away; they are built anew`);
  };
};

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
  const { signal, pollMs = 1_000, dir } = options;
  const demandFiles = stillThere(dir, generation);
  while (!signal.aborted && chosen(control, dir, digest) === generation) {
    demandFiles();
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

const openRunning = (options: RunLoopOptions, control: ControlFile, digest: string) => {
  const { dir, reader, projections, owner } = options;
  const generation = chosen(control, dir, digest);
  const { db, lock, close } = openGeneration(generationPath(dir, generation), projections);
  try {
    const runner = generationRunner({ db, lock, reader, projections, owner, now: Date.now });
    return { close, running: { options, control, digest, generation, db, runner } };
  } catch (error) {
    close();
    throw error;
  }
};

/** The file cannot be read, and everything in it can be made anew: it goes. */
const discard = (
  { dir, onDiscarded }: RunLoopOptions,
  control: ControlFile,
  digest: string,
  cause: unknown,
) => {
  const generation = chosen(control, dir, digest);
  deleteGeneration(dir, generation);
  control.forget(generation);
  onDiscarded?.({
    file: generationPath(dir, generation),
    reason: cause instanceof Error ? cause.message : String(cause),
  });
};

type Turn = { readonly control: ControlFile; readonly digest: string };

/** One generation, from its opening to its end; what is no file of ours is discarded for the next turn. */
const runOnce = async (
  options: RunLoopOptions,
  { control, digest }: Turn,
  wait: (ms: number) => Promise<void>,
): Promise<void> => {
  let isOpen = false;
  try {
    const { running, close } = openRunning(options, control, digest);
    isOpen = true;
    try {
      await takeTurn(running, wait);
    } finally {
      close();
    }
  } catch (error) {
    if (!(isOpen ? isDamaged(error) : isForeign(error))) throw error;
    discard(options, control, digest, error);
  }
};

/**
 * Runs the read models of a directory until `signal` ends it: one page at a time, then a wait. Ends with an error that the
 * supervisor judges; what was committed stays.
 */
export const runLoop = async (options: RunLoopOptions): Promise<void> => {
  const { dir, projections, signal } = options;
  const control = openControlFile(dir);
  if (control.beganAnew) options.onDiscarded?.(notOurs(dir));
  const digest = generationDigest(projections);
  const { wait, stop } = wakeable(options);
  try {
    while (!signal.aborted) await runOnce(options, { control, digest }, wait);
  } finally {
    stop();
    control.close();
  }
};
