import { recordCheckpoints, type CheckpointRecording } from '@duban/application';
import {
  auditOptionsOf,
  checkpointSource,
  openAuditLog,
  startSealing,
  type AuditLog,
  type Sealing,
  type SealingFault,
  type SealingReport,
} from '@duban/audit-log';
import type { Config } from '@duban/config';
import type { OpenLog } from '@duban/installation';
import type { Clock } from '@duban/kernel';
import type { Logger } from '@duban/nest';
import { openReadLog, type ReadLog } from './reads/read-log.ts';

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
  readonly log: Pick<OpenLog, 'rawReader' | 'store'>;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly isTold: boolean;
};

const GATHER_MS = 200;
const NOBODY: Pick<Config, 'witnesses' | 'timestamps'> = { witnesses: [], timestamps: null };

/** Heads leave by Kafka, and what leaves by Kafka is in the log. In a cluster the worker signs, and writes them down. */
const isRecording = ({ profile, kafkaBrokers }: Config): boolean =>
  profile !== 'cluster' && kafkaBrokers.length > 0;

const toldTo =
  (logger: Logger) =>
  (error: unknown): void => {
    logger.error({ err: error }, 'writing a checkpoint down');
  };

/** @throws CodedError `audit.other-log`, and those of a log that cannot be opened */
export const openAudit = async (
  config: Config,
  { log: { rawReader: source, store }, logger, clock, isTold }: AuditParts,
): Promise<OfficeAudit> => {
  const options = auditOptionsOf(config, 'events');
  const onFault = (fault: SealingFault): void => {
    logger.error({ ...fault }, 'the log of proofs');
  };
  const audit = openAuditLog(options);
  const { proofs, verifierKeys } = audit;
  // Whoever signs asks witnesses and timestamp authorities.
  const asked = options.part === 'follower' ? NOBODY : config;
  const start = {
    audit: options,
    source,
    witnesses: asked.witnesses,
    timestamps: asked.timestamps,
    gatherMs: GATHER_MS,
  };
  const reads = await openReadLog(config, { clock, isTold, onFault });
  let recording: CheckpointRecording | null = null;
  const sealing = startSealing(start, onFault, () => recording?.wake());
  if (isRecording(config)) {
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
