import type { EsdbWriter } from './esdb-writer.ts';
import type { Session } from './session.ts';
import type { WakeSubscription } from './wake-subscription.ts';

/**
 * What readiness shows. `unavailable`: the last request failed and nothing was answered since. `degraded`: reads and
 * appends work, but listeners are woken by the heartbeat only.
 */
export type EventStoreDbHealth = {
  readonly status: 'ok' | 'degraded' | 'unavailable';
  readonly code?: 'log.unavailable';
  readonly remedy?: string;
  /** Appends sent and not answered yet. */
  readonly appendsWaiting: number;
  readonly subscriptionsBegun: number;
  readonly clientsReplaced: number;
};

export const healthOf = (
  { pulse, connection }: Session,
  subscription: WakeSubscription,
  writer: EsdbWriter,
): EventStoreDbHealth => {
  const counts = {
    appendsWaiting: writer.waiting,
    subscriptionsBegun: subscription.begun,
    clientsReplaced: connection.renewals,
  };
  const { failure } = pulse;
  if (failure !== null) {
    const remedy = `EventStoreDB does not answer (${failure}); see its health and the network between, we go on trying`;
    return { status: 'unavailable', code: 'log.unavailable', remedy, ...counts };
  }
  return { status: subscription.isLive ? 'ok' : 'degraded', ...counts };
};
