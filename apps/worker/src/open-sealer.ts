import { openLease, recordCheckpoints, type CheckpointRecording } from '@duban/application';
import {
  auditOptionsOf,
  checkpointSource,
  openAuditLog,
  startSealing,
  type SealingReport,
} from '@duban/audit-log';
import type { Config } from '@duban/config';
import { stopWhenSealingObjects, type OpenLog } from '@duban/installation';
import type { Clock } from '@duban/kernel';
import type { Logger } from '@duban/nest';
import { TERM_MS } from './leased-jobs.ts';
import type { Standing } from './standing.ts';

export type SealerParts = {
  readonly log: Pick<OpenLog, 'rawReader' | 'store' | 'epoch' | 'stopped' | 'stopWrites'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly standing: Pick<Standing, 'holder'>;
};

export type Sealer = { readonly report: () => SealingReport; readonly close: () => Promise<void> };

const GATHER_MS = 200;

/**
 * Signs for a cluster. Every worker follows the log and judges the heads that are written down in it; the one whose turn
 * it is signs the next one, with cosignatures, and writes it down. The turn is one of its own: rounds of dates take as
 * long as they take, and two pieces of work of one process would give back each other's.
 * @throws CodedError `audit.other-log`
 */
export const openSealer = (
  config: Config,
  { log, clock, logger, standing: { holder } }: SealerParts,
): Sealer => {
  const { rawReader: source, store, epoch } = log;
  // Nothing is signed over a log that something else stands against.
  const part = log.stopped() === null ? 'signer' : 'follower';
  const options = { ...auditOptionsOf(config, 'events', epoch), part } as const;
  const audit = openAuditLog(options);
  const { witnesses, timestamps } = config;
  let recording: CheckpointRecording | null = null;
  const sealing = startSealing(
    { audit: options, source, witnesses, timestamps, gatherMs: GATHER_MS },
    (fault) => {
      logger.error({ ...fault }, 'the log of proofs');
      stopWhenSealingObjects({ config, stopWrites: log.stopWrites, report: () => sealing.report() }, fault);
    },
    () => recording?.wake(),
  );
  recording = recordCheckpoints({
    ...{ store, clock, heads: checkpointSource(audit, sealing, part) },
    lease: openLease('sealer', { store, clock, holder, termMs: TERM_MS }),
    onError: (error) => {
      logger.error({ err: error }, 'writing a checkpoint down');
    },
  });
  return {
    report: sealing.report,
    close: async () => {
      await recording.stop();
      await sealing.stop();
      audit.close();
    },
  };
};
