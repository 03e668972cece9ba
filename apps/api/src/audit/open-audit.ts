import {
  auditOptionsOf,
  openAuditLog,
  startSealing,
  type AuditLog,
  type LogSource,
  type Sealing,
} from '@duban/audit-log';
import type { Config } from '@duban/config';
import type { Logger } from '@duban/nest';

/** The proofs of the log of events: a thread that seals, and a connection of this thread's own that only reads. */
export type OfficeAudit = Pick<AuditLog, 'proofs' | 'verifierKeys'> &
  Pick<Sealing, 'report' | 'sealNow'> & {
    /** Seals what is left; the log must still be there. */
    readonly close: () => Promise<void>;
  };

const GATHER_MS = 200;
const WITNESS_EVERY_MS = 10_000;

/** @throws CodedError `audit.other-log` */
export const openAudit = (config: Config, source: LogSource, logger: Logger): OfficeAudit => {
  const options = auditOptionsOf(config, 'events');
  const { proofs, verifierKeys, close } = openAuditLog(options);
  const { witnesses } = config;
  const start = { audit: options, source, witnesses, gatherMs: GATHER_MS, witnessEveryMs: WITNESS_EVERY_MS };
  const sealing = startSealing(start, (fault) => {
    logger.error({ ...fault }, 'the log of proofs');
  });
  return {
    ...{ proofs, verifierKeys },
    report: sealing.report,
    sealNow: sealing.sealNow,
    close: async () => {
      await sealing.stop();
      close();
    },
  };
};
