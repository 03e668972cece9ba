import { leaseTurn, openLease, openLogPositionStore } from '@duban/application';
import type { Config } from '@duban/config';
import { startPublicRelay, type OpenLog, type PublicRelay } from '@duban/installation';
import type { Clock } from '@duban/kernel';
import type { Logger } from '@duban/nest';
import type { Standing } from './standing.ts';

/** Who died in the middle of sending is replaced after this; a shorter term would write more records while events flow. */
const TERM_MS = 120_000;
/** Well before half of a term, so that whoever falls silent has written its place before another may send. */
const GATHER_MS = 45_000;

export type RelayInTurnsParts = {
  readonly log: OpenLog;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly standing: Standing;
};

/**
 * Sends public events to Kafka while this worker has the turn; others stand by. Lease and place lie in the log, the only
 * thing that workers share. Null: the settings name no brokers, or a process alone does all the work.
 */
export const relayInTurns = async (
  config: Config,
  { log, clock, logger, standing: { holder, waitTowards } }: RelayInTurnsParts,
): Promise<PublicRelay | null> => {
  if (config.kafkaBrokers.length === 0 || config.profile !== 'cluster') return null;
  const { store } = log;
  const lease = openLease('relay', { store, clock, holder, termMs: TERM_MS });
  const turn = leaseTurn({
    lease,
    waitTowards: async (until) => {
      await waitTowards(until);
    },
  });
  const positions = openLogPositionStore({
    ...{ store, clock, holder },
    mayWrite: lease.check,
    gatherMs: GATHER_MS,
  });
  const relay = await startPublicRelay(config, {
    ...{ log, positions, turn },
    onFault: (fault) => {
      logger.error({ err: fault }, 'events on their way to Kafka');
    },
  });
  return {
    state: relay.state,
    stop: async () => {
      await relay.stop();
      await turn.giveBack();
    },
  };
};
