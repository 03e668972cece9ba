import { recordCheckpoints, type CheckpointRecording } from '@duban/application';
import {
  auditOptionsOf,
  checkpointSource,
  openAuditLog,
  startSealing,
  type AuditLog,
  type AuditOptions,
  type Sealing,
  type SealingFault,
  type SealingReport,
  type SealingStart,
} from '@duban/audit-log';
import type { Config } from '@duban/config';
import { stopWhenSealingObjects, type OpenLog } from '@duban/installation';
import type { Clock } from '@duban/kernel';
import type { Logger } from '@duban/nest';
import { openReadLog, type ReadLog } from './read-log.ts';

/** The proofs of the log of events, sealed in a thread of its own and only read in this one; and who reads what. */
export type OfficeAudit = Pick<AuditLog, 'proofs' | 'verifierKeys'> &
  Pick<Sealing, 'report' | 'sealNow'> & {
    readonly reads: Pick<ReadLog, 'record' | 'find'>;
    /** Of both logs, for whoever watches the process. */
    readonly reports: () => readonly SealingReport[];
    /** Seals what is left; the log must still be there. */
    readonly close: () => Promise<void>;
  };

export type AuditParts = {
  readonly log: Pick<OpenLog, 'rawReader' | 'store' | 'epoch' | 'stopped' | 'stopWrites'>;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly isTold: boolean;
};

const GATHER_MS = 200;
const NOBODY: Pick<Config, 'witnesses' | 'timestamps'> = { witnesses: [], timestamps: null };

/** Heads leave by Kafka, and what leaves by Kafka is in the log. In a cluster the worker signs, and writes them down. */
const isRecording = ({ profile, kafkaBrokers }: Config): boolean =>
  profile !== 'cluster' && kafkaBrokers.length > 0;

type OnFault = (fault: SealingFault) => void;

const faultTo =
  (logger: Logger): OnFault =>
  (fault) => {
    logger.error({ ...fault }, 'the log of proofs');
  };

const toldTo =
  (logger: Logger) =>
  (error: unknown): void => {
    logger.error({ err: error }, 'writing a checkpoint down');
  };

/** Nothing is signed over a log that something else stands against: it is only followed. */
const optionsOf = (config: Config, { epoch, stopped }: AuditParts['log']): AuditOptions => {
  const options = auditOptionsOf(config, 'events', epoch);
  return stopped() === null ? options : { ...options, part: 'follower' };
};

/** Whoever signs asks witnesses and timestamp authorities. */
const startOf = (config: Config, audit: AuditOptions, source: SealingStart['source']): SealingStart => {
  const { witnesses, timestamps } = audit.part === 'follower' ? NOBODY : config;
  return { audit, source, witnesses, timestamps, gatherMs: GATHER_MS };
};

/** @throws CodedError `audit.other-log`, and those of a log that cannot be opened */
export const openAudit = async (
  config: Config,
  { log, logger, clock, isTold }: AuditParts,
): Promise<OfficeAudit> => {
  const { rawReader: source, store } = log;
  const options = optionsOf(config, log);
  const onFault = faultTo(logger);
  const audit = openAuditLog(options);
  const { proofs, verifierKeys } = audit;
  const start = startOf(config, options, source);
  const reads = await openReadLog(config, { clock, isTold, onFault });
  let recording: CheckpointRecording | null = null;
  const sealing = startSealing(
    start,
    (fault) => {
      onFault(fault);
      stopWhenSealingObjects({ config, stopWrites: log.stopWrites, report: () => sealing.report() }, fault);
    },
    () => recording?.wake(),
  );
  if (isRecording(config) && log.stopped() === null) {
    const heads = checkpointSource(audit, sealing, 'alone');
    recording = recordCheckpoints({ store, clock, heads, onError: toldTo(logger) });
  }
  return {
    ...{ proofs, verifierKeys, reads },
    report: sealing.report,
    reports: () => [sealing.report(), reads.report()],
    sealNow: sealing.sealNow,
    close: async () => {
      await recording?.stop();
      await Promise.all([sealing.stop(), reads.close()]);
      audit.close();
    },
  };
};
