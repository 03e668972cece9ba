import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '@duban/kernel';
import {
  caseCommands,
  createJobs,
  dryStore,
  referenceCommands,
  referenceSource,
  seedReference,
  type Job,
  type SentCaseCommand,
} from '@duban/application';
import type { AttachmentFiles } from '@duban/attachments';
import type { Config } from '@duban/config';
import { checkRegistry } from '@duban/contracts';
import {
  openAttachments,
  openLog,
  openPeopleDesk,
  placesOf,
  sweepAttachments,
  type OpenLog,
} from '@duban/installation';
import {
  createLogger,
  createMetrics,
  deadlineJob,
  openIdentity,
  type Logger,
  type Metrics,
} from '@duban/nest';
import { restrictedCases } from '@duban/messaging';
import { openReadStore, startRunner, type ReadStore } from '@duban/read-store';
import { openAudit, type OfficeAudit } from '../audit/open-audit.ts';
import { eventFeed, type EventFeed } from '../events/event-feed.ts';
import { openOutlets, type OfficeOutlets } from '../outlets/office-outlets.ts';
import { clusterSide } from './cluster-side.ts';
import type { DemoSeed } from './demo-seed.port.ts';
import { movableClock, type MovableClock } from './movable-clock.ts';
import type { Office } from './office.ts';
import { renewable } from './renewable.ts';

/** Where tests and the demo put something else in. Nothing here can be reached through the environment. */
export type OfficeSeams = {
  readonly clock?: Clock;
  readonly demoSeed?: DemoSeed;
  /** Default true; tests that count events leave the clock's own acts out. */
  readonly jobs?: boolean;
};

const LONGEST_PAUSE_MS = 100;
const FIRST_PAGES_MS = 3_000;

/** Waits longer after every lost race, and never as long as its neighbour. */
const pause = async (attempt: number): Promise<void> => {
  await sleep(Math.random() * Math.min(LONGEST_PAUSE_MS, 2 ** attempt));
};

const deskOf = (log: OpenLog, config: Config, clock: Clock) => {
  const { store } = log;
  const reference = referenceSource(store, config);
  const ports = { store, pause, clock };
  const desk = renewable(() => caseCommands({ ...ports, reference, tenant: config.tenant }));
  return {
    reference,
    cases: desk.call,
    // A desk that remembers what it only tried would mistake it for a fact: each try has its own.
    tryCase: (caseId: string, sent: SentCaseCommand) =>
      caseCommands({ ...ports, store: dryStore(store), reference, tenant: config.tenant })(caseId, sent),
    references: referenceCommands(ports),
    people: openPeopleDesk(config, log, desk.renew),
    forget: desk.renew,
  };
};

const readSideOf = ({ store, reader }: OpenLog, config: Config) => {
  const { readModels: dir } = placesOf(config);
  const runner = startRunner({ dir, reader });
  return { runner, read: openReadStore({ dir, reader: store, runner }) };
};

type Watched = {
  readonly read: ReadStore;
  readonly feed: EventFeed;
  readonly audit: OfficeAudit;
  readonly outlets: OfficeOutlets;
};

const filesOf = async (config: Config, log: OpenLog): Promise<AttachmentFiles> => {
  const files = await openAttachments(config, log);
  await sweepAttachments(config, files, log.raw);
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

/** The demo brings its own first records, as of the day on which its examples begin; whatever is missing then follows. */
const furnish = async (office: Office, time: MovableClock, demoSeed: DemoSeed | undefined): Promise<void> => {
  if (demoSeed !== undefined && (await demoSeed.isPending(office.store))) {
    time.moveTo(demoSeed.startsAt);
    await demoSeed.play(office, time);
    time.runAgain();
  }
  await seedReference(office.references);
};

/** In a cluster they are the worker's. */
const jobsHere = ({ profile }: Config, { jobs = true }: OfficeSeams): boolean =>
  jobs && profile !== 'cluster';

const jobsOf = (jobs: readonly Job[], clock: Clock, logger: Logger, metrics: Metrics) =>
  createJobs(jobs, clock, ({ name, ms, error }) => {
    metrics.job(name, error === null, ms / 1_000);
    if (error !== null) logger.error({ err: error, job: name }, 'job failed');
  });

/**
 * Constructs everything; the only place that does. Start and end are in order, so that what is acknowledged is stored
 * and what reads has finished its batch.
 * @throws CodedError with what is wrong with settings, log or registry
 */
export const openOffice = async (config: Config, seams: OfficeSeams = {}): Promise<Office> => {
  checkRegistry();
  const logger = createLogger(config.logLevel);
  const isTold = config.profile === 'demo' || seams.clock !== undefined;
  const clock = movableClock(seams.clock);
  const log = await openLog(config, isTold ? { clock } : {});
  const { forget, ...desk } = deskOf(log, config, clock);
  const { runner, read } = readSideOf(log, config);
  const cluster = clusterSide(config, { log, read, logger, forget });
  await desk.people.resume();
  const attachments = await filesOf(config, log);
  await cluster.start();
  const restricted = restrictedCases(log.store);
  const feed = eventFeed({ reader: log.store, tenant: config.tenant, restricted });
  const audit = await openAudit(config, { log, logger, clock, isTold });
  const outlets = await openOutlets(config, { log, store: log.store, pause, clock, logger });
  const metrics = metricsOf({ read, feed, audit, outlets });
  const parts = { ...desk, store: log.store, read, clock, logger };
  const jobs = jobsOf(jobsHere(config, seams) ? [deadlineJob(parts)] : [], clock, logger, metrics);
  const office: Office = {
    ...{ ...parts, attachments, config, feed, restricted, outlets, audit, metrics },
    identity: await openIdentity(config),
    tryLog: cluster.tryLog,
    close: async () => {
      feed.close();
      await jobs.stop();
      await outlets.close();
      await cluster.stop();
      await runner.stop();
      for (const part of [read, desk.reference, desk.people, attachments]) part.close();
      await audit.close();
      await log.close();
    },
  };
  await furnish(office, clock, config.profile === 'demo' ? seams.demoSeed : undefined);
  // A small log is shown whole from the first question on; a large one is built while it is already open.
  await read.waitFor(await log.store.head(), FIRST_PAGES_MS);
  void jobs.start();
  return office;
};
