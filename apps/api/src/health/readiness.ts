import type { LogState, Office } from '../office/office.ts';
import type { Health } from '@duban/read-store';

export type Reason = { readonly part: 'log' | 'read-model'; readonly code: string; readonly message: string };

export type Readiness = {
  readonly status: 'ready' | 'degraded' | 'unavailable';
  readonly log: LogState['status'];
  readonly readModel: Pick<Health, 'state' | 'light' | 'lag' | 'parkedCases'>;
  readonly reasons: readonly Reason[];
};

const logReasons = (log: LogState): readonly Reason[] =>
  log.status === 'ok' ? [] : [{ part: 'log', code: log.code, message: log.remedy }];

const readReasons = ({ light, state, code, message, parkedCases }: Health): readonly Reason[] => {
  if (light === 'green') return [];
  const parked = parkedCases === 0 ? state : `${String(parkedCases)} cases wait: see /v1/projections`;
  return [{ part: 'read-model', code: code ?? `read-model.${state}`, message: message ?? parked }];
};

/**
 * Ready: commands can be stored and questions answered. A read model that lags or has parked a case is told, but takes
 * nothing out of service: what is there is right, and commands do not need it.
 */
export const readinessOf = ({ logState, read }: Pick<Office, 'logState' | 'read'>): Readiness => {
  const log = logState();
  const health = read.health();
  const { state, light, lag, parkedCases } = health;
  const isDown = log.status !== 'ok' || light === 'red' || health.generation === null;
  return {
    status: isDown ? 'unavailable' : light === 'green' ? 'ready' : 'degraded',
    log: log.status,
    readModel: { state, light, lag, parkedCases },
    reasons: [...logReasons(log), ...readReasons(health)],
  };
};
