import {
  auditOptionsOf,
  openAuditLog,
  startSealing,
  type AuditLog,
  type LogSource,
  type Sealing,
  type SealingFault,
  type SealingReport,
} from '@duban/audit-log';
import type { Config } from '@duban/config';
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
  /** How another thread opens the raw log. */
  readonly source: LogSource;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly isTold: boolean;
};

const GATHER_MS = 200;
const WITNESS_EVERY_MS = 10_000;

/** @throws CodedError `audit.other-log`, and those of a log that cannot be opened */
export const openAudit = async (
  config: Config,
  { source, logger, clock, isTold }: AuditParts,
): Promise<OfficeAudit> => {
  const options = auditOptionsOf(config, 'events');
  const onFault = (fault: SealingFault): void => {
    logger.error({ ...fault }, 'the log of proofs');
  };
  const { proofs, verifierKeys, close } = openAuditLog(options);
  const { witnesses, timestamps } = config;
  const times = { gatherMs: GATHER_MS, witnessEveryMs: WITNESS_EVERY_MS };
  const start = { audit: options, source, witnesses, timestamps, ...times };
  const reads = await openReadLog(config, { clock, isTold, onFault });
  const sealing = startSealing(start, onFault);
  return {
    ...{ proofs, verifierKeys, reads },
    report: sealing.report,
    reports: () => [sealing.report(), reads.report()],
    sealNow: sealing.sealNow,
    close: async () => {
      await Promise.all([sealing.stop(), reads.close()]);
      close();
    },
  };
};
