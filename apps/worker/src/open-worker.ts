import { caseCommands, createJobs, postSource, referenceSource, type JobReport } from '@duban/application';
import type { Clock } from '@duban/kernel';
import type { Config } from '@duban/config';
import {
  followErasures,
  openLog,
  placesOf,
  rebuildAfterErasure,
  type OpenLog,
  type PublicRelay,
  type WriteStop,
  pauseAfterRace,
} from '@duban/installation';
import {
  createLogger,
  createMetrics,
  deadlineJob,
  openIdentity,
  type Logger,
  type Metrics,
} from '@duban/nest';
import { openReadStore, startRunner, type Discarded, type ReadStore } from '@duban/read-store';
import { leasedJobs } from './leased-jobs.ts';
import { openSealer, type Sealer } from './open-sealer.ts';
import { relayInTurns } from './relay-in-turns.ts';
import { standingBy, type Standing } from './standing.ts';
import type { Worker } from './worker.port.ts';

/** Where tests put something else in. Nothing here can be reached through the environment. */
export type WorkerSeams = { readonly clock?: Clock };

/** Read models of its own, so what others erase is built out of them here. */
const erasuresOf = (config: Config, log: OpenLog, logger: Logger) =>
  followErasures(config, {
    raw: log.raw,
    rebuild: rebuildAfterErasure(config, log, () => undefined),
    onFault: (error) => {
      logger.error({ err: error }, 'read models without what was erased');
    },
  });

const readSideOf = (config: Config, { store, reader, stopWrites }: OpenLog, logger: Logger) => {
  const { readModels: dir } = placesOf(config);
  const onDiscarded = (discarded: Discarded): void => {
    logger.warn({ ...discarded }, 'a file of read models was removed and is built anew from the log');
  };
  const runner = startRunner({ dir, reader, onDiscarded });
  runner.onStatus(({ code, message }) => {
    if (code === 'log.older-than-reader') stopWrites({ code, message: message ?? code });
  });
  return { runner, open: () => openReadStore({ dir, reader: store, runner, onDiscarded }) };
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

const toldTo =
  (logger: Logger) =>
  (why: WriteStop): void => {
    logger.error({ ...why }, 'the log takes nothing more');
  };

const reportTo =
  (metrics: Metrics, logger: Logger) =>
  ({ name, ms, error }: JobReport): void => {
    metrics.job(name, error === null, ms / 1_000);
    if (error !== null) logger.error({ err: error, job: name }, 'job failed');
  };

type Opening = { readonly signal: AbortSignal; readonly opened: AsyncDisposableStack };

type Seen = { readonly log: OpenLog; readonly logger: Logger; readonly clock: Clock };

/** The rows, moved on in this process and free of what others have erased. */
const openRows = async (config: Config, { log, logger }: Seen, { signal, opened }: Opening) => {
  const readSide = readSideOf(config, log, logger);
  opened.defer(readSide.runner.stop);
  const read = readSide.open();
  opened.defer(read.close);
  const erasures = config.profile === 'cluster' ? erasuresOf(config, log, logger) : null;
  if (erasures !== null) opened.defer(erasures.stop);
  await erasures?.caughtUp();
  signal.throwIfAborted();
  return read;
};

/** What goes out of this process, in its turn. */
const openOutgoing = async (config: Config, seen: Seen, standing: Standing, { opened }: Opening) => {
  const relay = await relayInTurns(config, { ...seen, standing });
  if (relay !== null) opened.defer(relay.stop);
  const sealer = config.profile === 'cluster' ? openSealer(config, { ...seen, standing }) : null;
  if (sealer !== null) opened.defer(sealer.close);
  return { relay, sealer };
};

const construct = async (config: Config, seams: WorkerSeams, opening: Opening): Promise<Worker> => {
  const { signal, opened } = opening;
  const logger = createLogger(config.logLevel);
  const { clock = Date } = seams;
  const log = await openLog(config, { ...seams, onStop: toldTo(logger) });
  opened.defer(log.close);
  signal.throwIfAborted();
  const { store } = log;
  const seen = { log, logger, clock };
  const read = await openRows(config, seen, opening);
  const reference = referenceSource(store, config);
  opened.defer(reference.close);
  const cases = caseCommands({ store, pause: pauseAfterRace, clock, reference, tenant: config.tenant });
  const standing = standingBy(clock);
  const { relay, sealer } = await openOutgoing(config, seen, standing, opening);
  const metrics = metricsOf(read, relay, sealer);
  const leased = leasedJobs({ store, clock, standing }, cases, (fenced) => [
    deadlineJob({ store, read, cases: fenced, reference, clock, logger }),
  ]);
  const jobs = createJobs(leased, clock, reportTo(metrics, logger));
  opened.defer(jobs.stop);
  opened.defer(standing.stopWaiting);
  read.demand(await store.head());
  return {
    ...{ config, logger, metrics, jobs },
    identity: await openIdentity(config, postSource(store, clock)),
    logState: log.state,
    readModel: read.health,
    relay: () => relay?.state() ?? null,
    sealing: () => sealer?.report() ?? null,
    close: () => opened.disposeAsync(),
  };
};

/**
 * The background jobs in a process of their own, beside any number of API processes on the same log. Several workers are
 * a stand-by for one another: a lease in the log lets one at a time work. Whoever watches it starts its jobs.
 * @throws CodedError with what stands against the start, or the signal's reason; nothing stays open then
 */
export const openWorker = async (
  config: Config,
  seams: WorkerSeams = {},
  signal: AbortSignal = new AbortController().signal,
): Promise<Worker> => {
  const opened = new AsyncDisposableStack();
  try {
    return await construct(config, seams, { signal, opened });
  } catch (error) {
    await opened.disposeAsync().catch(() => undefined);
    throw error;
  }
};
