import { setTimeout as sleep } from 'node:timers/promises';
import { caseCommands, createJobs, referenceSource } from '@duban/application';
import type { Clock } from '@duban/kernel';
import type { Config } from '@duban/config';
import { checkRegistry } from '@duban/contracts';
import { followErasures, openLog, placesOf, rebuildAfterErasure, type OpenLog } from '@duban/installation';
import { createLogger, deadlineJob, type Logger } from '@duban/nest';
import { openReadStore, startRunner } from '@duban/read-store';
import { leasedJobs } from './leased-jobs.ts';

/** Where tests put something else in. Nothing here can be reached through the environment. */
export type WorkerSeams = { readonly clock?: Clock };

export type Worker = { readonly logger: Logger; readonly close: () => Promise<void> };

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

/**
 * The background jobs in a process of their own, beside any number of API processes on the same log. Several workers are
 * a stand-by for one another: a lease in the log lets one at a time work.
 */
export const openWorker = async (config: Config, seams: WorkerSeams = {}): Promise<Worker> => {
  checkRegistry();
  const logger = createLogger(config.logLevel);
  const { clock = Date } = seams;
  const log = await openLog(config, seams);
  const { store, reader } = log;
  const { readModels: dir } = placesOf(config);
  const runner = startRunner({ dir, reader });
  const read = openReadStore({ dir, reader: store, runner });
  const erasures = config.profile === 'cluster' ? erasuresOf(config, log, logger) : null;
  await erasures?.caughtUp();
  const reference = referenceSource(store, config);
  const cases = caseCommands({ store, pause, clock, reference, tenant: config.tenant });
  const leased = leasedJobs({ store, clock }, cases, (fenced) => [
    deadlineJob({ store, read, cases: fenced, reference, clock, logger }),
  ]);
  const jobs = createJobs(leased.jobs, clock, ({ name, error }) => {
    if (error !== null) logger.error({ err: error, job: name }, 'job failed');
  });
  void jobs.start();
  return {
    logger,
    close: async () => {
      leased.stopWaiting();
      await jobs.stop();
      await erasures?.stop();
      await runner.stop();
      read.close();
      reference.close();
      await log.close();
    },
  };
};
