import { setTimeout as sleep } from 'node:timers/promises';
import { caseCommands, createJobs, referenceSource, type JobReport } from '@duban/application';
import type { Clock } from '@duban/kernel';
import type { Config } from '@duban/config';
import { checkRegistry } from '@duban/contracts';
import {
  followErasures,
  openLog,
  placesOf,
  rebuildAfterErasure,
  type OpenLog,
  type PublicRelay,
} from '@duban/installation';
import {
  createLogger,
  createMetrics,
  deadlineJob,
  openIdentity,
  type Logger,
  type Metrics,
} from '@duban/nest';
import { openReadStore, startRunner, type ReadStore } from '@duban/read-store';
import { leasedJobs } from './leased-jobs.ts';
import { openSealer, type Sealer } from './open-sealer.ts';
import { relayInTurns } from './relay-in-turns.ts';
import { standingBy } from './standing.ts';
import type { Worker } from './worker.port.ts';

/** Where tests put something else in. Nothing here can be reached through the environment. */
export type WorkerSeams = { readonly clock?: Clock };

const LONGEST_PAUSE_MS = 100;

const pause = async (attempt: number): Promise<void> => {
  await sleep(Math.random() * Math.min(LONGEST_PAUSE_MS, 2 ** attempt));
};

/** Read models of its own, so what others erase is built out of them here. */
const erasuresOf = (config: Config, log: OpenLog, logger: Logger) =>
  followErasures(config, {
    raw: log.raw,
    rebuild: rebuildAfterErasure(config, log, () => undefined),
    onFault: (error) => {
      logger.error({ err: error }, 'read models without what was erased');
    },
  });

const readSideOf = (config: Config, { store, reader }: OpenLog) => {
  const { readModels: dir } = placesOf(config);
  const runner = startRunner({ dir, reader });
  return { runner, read: openReadStore({ dir, reader: store, runner }) };
};

const sealsOf = ({ report }: Sealer) => ({
  size: () => report().sealedSize,
  lagSeconds: () => (Date.now() - (report().waitingSince ?? Date.now())) / 1_000,
});

const metricsOf = (read: ReadStore, relay: PublicRelay | null, sealer: Sealer | null): Metrics =>
  createMetrics({
    readLag: () => read.health().lag ?? Number.NaN,
    ...(relay === null ? {} : { relay: relay.state }),
    ...(sealer === null ? {} : { seals: sealsOf(sealer) }),
  });

const reportTo =
  (metrics: Metrics, logger: Logger) =>
  ({ name, ms, error }: JobReport): void => {
    metrics.job(name, error === null, ms / 1_000);
    if (error !== null) logger.error({ err: error, job: name }, 'job failed');
  };

/**
 * The background jobs in a process of their own, beside any number of API processes on the same log. Several workers are
 * a stand-by for one another: a lease in the log lets one at a time work.
 */
export const openWorker = async (config: Config, seams: WorkerSeams = {}): Promise<Worker> => {
  checkRegistry();
  const logger = createLogger(config.logLevel);
  const { clock = Date } = seams;
  const log = await openLog(config, seams);
  const { store } = log;
  const { runner, read } = readSideOf(config, log);
  const erasures = config.profile === 'cluster' ? erasuresOf(config, log, logger) : null;
  await erasures?.caughtUp();
  const reference = referenceSource(store, config);
  const cases = caseCommands({ store, pause, clock, reference, tenant: config.tenant });
  const standing = standingBy(clock);
  const relay = await relayInTurns(config, { log, clock, logger, standing });
  const sealer = config.profile === 'cluster' ? openSealer(config, { log, clock, logger, standing }) : null;
  const metrics = metricsOf(read, relay, sealer);
  const leased = leasedJobs({ store, clock, standing }, cases, (fenced) => [
    deadlineJob({ store, read, cases: fenced, reference, clock, logger }),
  ]);
  const jobs = createJobs(leased, clock, reportTo(metrics, logger));
  void jobs.start();
  return {
    ...{ config, logger, metrics },
    identity: await openIdentity(config),
    logState: log.state,
    relay: () => relay?.state() ?? null,
    sealing: () => sealer?.report() ?? null,
    close: async () => {
      standing.stopWaiting();
      await jobs.stop();
      await sealer?.close();
      await relay?.stop();
      await erasures?.stop();
      await runner.stop();
      read.close();
      reference.close();
      await log.close();
    },
  };
};
