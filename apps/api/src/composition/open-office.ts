import type { Clock } from '@duban/kernel';
import {
  caseCommands,
  createJobs,
  dryStore,
  postSource,
  referenceCommands,
  referenceSource,
  seedReference,
  type Job,
  type SentCaseCommand,
} from '@duban/application';
import type { AttachmentFiles } from '@duban/attachments';
import type { Config } from '@duban/config';
import {
  openAttachments,
  openLog,
  openPeopleDesk,
  pauseAfterRace,
  placesOf,
  sweepAttachments,
  type OpenLog,
  type WriteStop,
} from '@duban/installation';
import {
  createLogger,
  createMetrics,
  deadlineJob,
  openIdentity,
  type Identity,
  type Logger,
  type Metrics,
} from '@duban/nest';
import { restrictedCases } from '@duban/messaging';
import { openReadStore, startRunner, type Discarded, type ReadStore } from '@duban/read-store';
import { openAudit, type OfficeAudit } from './open-audit.ts';
import { eventFeed, type EventFeed } from './event-feed.ts';
import { openOutlets, type OfficeOutlets } from './office-outlets.ts';
import { clusterSide } from './cluster-side.ts';
import type { DemoSeed } from './demo-seed.port.ts';
import { movableClock, type MovableClock } from './movable-clock.ts';
import type { Office } from './office.ts';
import { renewable } from './renewable.ts';

/** Where tests and the demo put something else in. Nothing here can be reached through the environment. */
export type OfficeSeams = {
  readonly clock?: Clock;
  readonly demoSeed?: DemoSeed;
  readonly identity?: Identity;
  /** Default true; tests that count events leave the clock's own acts out. */
  readonly jobs?: boolean;
};

const FIRST_PAGES_MS = 3_000;
/** So that a start which waits can be ended. */
const LOOK_MS = 100;

const deskOf = (log: OpenLog, config: Config, clock: Clock) => {
  const { store } = log;
  const reference = referenceSource(store, config);
  const ports = { store, pause: pauseAfterRace, clock };
  const desk = renewable(() => caseCommands({ ...ports, reference, tenant: config.tenant }));
  return {
    reference,
    cases: desk.call,
    // A desk that remembers what it only tried would mistake it for a fact: each try has its own.
    tryCase: (caseId: string, sent: SentCaseCommand) =>
      caseCommands({ ...ports, store: dryStore(store), reference, tenant: config.tenant })(caseId, sent),
    references: referenceCommands({ ...ports, reference }),
    posts: postSource(store, clock),
    people: openPeopleDesk(config, log, desk.renew),
    forget: desk.renew,
  };
};

const readSideOf = ({ store, reader, stopWrites }: OpenLog, config: Config, logger: Logger) => {
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

type Watched = {
  readonly read: ReadStore;
  readonly feed: EventFeed;
  readonly audit: OfficeAudit;
  readonly outlets: OfficeOutlets;
};

const filesOf = async (config: Config, log: OpenLog): Promise<AttachmentFiles> => {
  const files = await openAttachments(config, log);
  // A log that has lost events no longer names their files, which may be all that is left of them.
  if (log.stopped() === null) await sweepAttachments(config, files, log.raw);
  return files;
};

const metricsOf = ({ read, feed, audit: { report }, outlets: { relay } }: Watched): Metrics =>
  createMetrics({
    ...(relay === null ? {} : { relay }),
    readLag: () => read.health().lag ?? Number.NaN,
    sseClients: () => feed.clients(),
    seals: {
      size: () => report().sealedSize,
      lagSeconds: () => (Date.now() - (report().waitingSince ?? Date.now())) / 1_000,
    },
  });

/** Ends the telling before its next command. */
const abortable =
  <Args extends readonly unknown[], Answer>(signal: AbortSignal, call: (...args: Args) => Answer) =>
  (...args: Args): Answer => {
    signal.throwIfAborted();
    return call(...args);
  };

type Furnishing = {
  readonly time: MovableClock;
  readonly demoSeed: DemoSeed | undefined;
  readonly signal: AbortSignal;
};

/** The demo brings its own first records, as of the day on which its examples begin; whatever is missing then follows. */
const furnish = async (office: Office, { time, demoSeed, signal }: Furnishing): Promise<void> => {
  if (demoSeed !== undefined && (await demoSeed.isPending(office.store))) {
    time.moveTo(demoSeed.startsAt);
    await demoSeed.play(
      {
        cases: abortable(signal, office.cases),
        references: {
          ...office.references,
          calendar: abortable(signal, office.references.calendar),
          ruleset: abortable(signal, office.references.ruleset),
          organ: abortable(signal, office.references.organ),
        },
      },
      time,
    );
    time.runAgain();
  }
  signal.throwIfAborted();
  await seedReference(office.references);
};

/** A small log is shown whole from the first question on; of a large one nothing is shown before it is built. */
const firstPages = async ({ read, store }: Office, signal: AbortSignal): Promise<void> => {
  read.demand(await store.head());
  const until = performance.now() + FIRST_PAGES_MS;
  while (!signal.aborted && performance.now() < until) if (await read.whenBuilt(LOOK_MS)) return;
};

/** In a cluster they are the worker's. */
const jobsHere = ({ profile }: Config, { jobs = true }: OfficeSeams, { stopped }: OpenLog): boolean =>
  jobs && profile !== 'cluster' && stopped() === null;

const seedOf = ({ profile }: Config, { demoSeed }: OfficeSeams): DemoSeed | undefined =>
  profile === 'demo' ? demoSeed : undefined;

const toldTo =
  (logger: Logger) =>
  (why: WriteStop): void => {
    logger.error({ ...why }, 'the log takes nothing more');
  };

const jobsOf = (jobs: readonly Job[], clock: Clock, logger: Logger, metrics: Metrics) =>
  createJobs(jobs, clock, ({ name, ms, error }) => {
    metrics.job(name, error === null, ms / 1_000);
    if (error !== null) logger.error({ err: error, job: name }, 'job failed');
  });

type Opening = { readonly signal: AbortSignal; readonly opened: AsyncDisposableStack };

/** Log, desk and rows: what everything else is made from. */
const openInside = async (config: Config, seams: OfficeSeams, { signal, opened }: Opening) => {
  const logger = createLogger(config.logLevel);
  const isTold = config.profile === 'demo' || seams.clock !== undefined;
  const clock = movableClock(seams.clock);
  const log = await openLog(config, { ...(isTold ? { clock } : {}), onStop: toldTo(logger) });
  opened.defer(log.close);
  signal.throwIfAborted();
  const audit = await openAudit(config, { log, logger, clock, isTold });
  opened.defer(audit.close);
  const { forget, ...desk } = deskOf(log, config, clock);
  for (const part of [desk.people, desk.reference]) opened.defer(part.close);
  const readSide = readSideOf(log, config, logger);
  opened.defer(readSide.runner.stop);
  const read = readSide.open();
  opened.defer(read.close);
  signal.throwIfAborted();
  return { logger, clock, log, audit, desk, read, forget };
};

/** Constructs everything, each part with its end: what was opened last ends first. */
const construct = async (config: Config, seams: OfficeSeams, opening: Opening): Promise<Office> => {
  const { signal, opened } = opening;
  const { logger, clock, log, audit, desk, read, forget } = await openInside(config, seams, opening);
  const cluster = clusterSide(config, { log, read, logger, forget });
  opened.defer(cluster.stop);
  if (log.stopped() === null) await desk.people.resume();
  const attachments = await filesOf(config, log);
  opened.defer(attachments.close);
  await cluster.start();
  signal.throwIfAborted();
  const restricted = restrictedCases(log.store);
  const feed = eventFeed({ reader: log.store, tenant: config.tenant, restricted });
  opened.defer(feed.close);
  const outlets = await openOutlets(config, { log, store: log.store, pause: pauseAfterRace, clock, logger });
  opened.defer(outlets.close);
  const metrics = metricsOf({ read, feed, audit, outlets });
  const parts = { ...desk, store: log.store, read, clock, logger };
  const jobs = jobsOf(jobsHere(config, seams, log) ? [deadlineJob(parts)] : [], clock, logger, metrics);
  opened.defer(jobs.stop);
  const office: Office = {
    ...{ ...parts, attachments, config, feed, restricted, outlets, audit, metrics, jobs },
    identity: seams.identity ?? (await openIdentity(config, desk.posts)),
    tryLog: cluster.tryLog,
    close: () => opened.disposeAsync(),
  };
  const demoSeed = seedOf(config, seams);
  if (log.stopped() === null) await furnish(office, { time: clock, demoSeed, signal });
  await firstPages(office, signal);
  signal.throwIfAborted();
  return office;
};

/**
 * Opens an office; its jobs are started by whoever serves it. Start and end are in order, so that what is acknowledged is
 * stored and what reads has finished its batch.
 * @throws CodedError with what is wrong with settings, log or registry, and whatever else stands against it, or the
 * signal's reason; nothing stays open then
 */
export const openOffice = async (
  config: Config,
  seams: OfficeSeams = {},
  signal: AbortSignal = new AbortController().signal,
): Promise<Office> => {
  const opened = new AsyncDisposableStack();
  try {
    return await construct(config, seams, { signal, opened });
  } catch (error) {
    // What stood against the start is what is told, not what then stood against its end.
    await opened.disposeAsync().catch(() => undefined);
    throw error;
  }
};
