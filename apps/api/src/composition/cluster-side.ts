import type { Config } from '@duban/config';
import { followErasures, rebuildAfterErasure, type LogState, type OpenLog } from '@duban/installation';
import type { Logger } from '@duban/nest';
import type { ReadStore } from '@duban/read-store';
import { canary } from './canary.ts';

/** What a process does because others work on the same log. */
export type ClusterSide = {
  /** What others have erased is out of the read models of this process: before anything is served. */
  readonly start: () => Promise<void>;
  readonly tryLog: () => Promise<LogState>;
  readonly stop: () => Promise<void>;
};

export type ClusterParts = {
  readonly log: OpenLog;
  readonly read: ReadStore;
  readonly logger: Logger;
  /** Empties the states that this process keeps in memory. */
  readonly forget: () => void;
};

/** Alone on a log: who erases rebuilds, and the log says of itself how it is. */
const alone = ({ log }: ClusterParts): ClusterSide => ({
  start: async () => undefined,
  tryLog: async () => log.state(),
  stop: async () => undefined,
});

export const clusterSide = (config: Config, parts: ClusterParts): ClusterSide => {
  if (config.profile !== 'cluster') return alone(parts);
  const { log, read, logger, forget } = parts;
  const erasures = followErasures(config, {
    raw: log.raw,
    rebuild: rebuildAfterErasure(config, log, forget),
    onFault: (error) => {
      logger.error({ err: error }, 'read models without what was erased');
    },
  });
  const tryRaw = canary(log.raw, read);
  const tryLog = async (): Promise<LogState> => {
    const tried = await tryRaw();
    const fault = log.vault.state();
    return tried.status === 'ok' && fault !== null ? { status: 'unavailable', ...fault } : tried;
  };
  return { start: erasures.caughtUp, tryLog, stop: erasures.stop };
};
