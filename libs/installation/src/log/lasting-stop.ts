import type { Config } from '@duban/config';
import type { SealingFault, SealingReport } from '@duban/audit-log';
import { LASTS_MS, stopOf } from './log-objection.ts';
import type { WriteStop } from './write-guard.ts';

export type LastingStopParts = {
  readonly config: Pick<Config, 'eventStoreUrl'>;
  readonly stopWrites: (why: WriteStop) => void;
  readonly report: () => SealingReport;
};

/** What sealing holds against the log stops its writes; on a server, where it still does so after a while. */
export const stopWhenSealingObjects = (
  { config, stopWrites, report }: LastingStopParts,
  fault: SealingFault,
): void => {
  const stop = stopOf(fault);
  if (stop === null) return;
  if (config.eventStoreUrl === null) {
    stopWrites(stop);
    return;
  }
  setTimeout(() => {
    const { fault: own, witnessFault } = report();
    if ([own?.code, witnessFault?.code].includes(fault.code)) stopWrites(stop);
  }, LASTS_MS).unref();
};
