import type { Readiness } from '@duban/contracts';
import type { LogState } from '@duban/installation';
import {
  auditReasons,
  isUnproven,
  readModelReasons,
  relayReasons,
  type AuditReason,
  type ReadReason,
  type RelayReason,
} from '@duban/nest';
import type { Health } from '@duban/read-store';
import type { Worker } from '../worker.port.ts';

type LogReason = { readonly part: 'log'; readonly code: string; readonly message: string };

export type WorkerReadiness = {
  readonly status: Readiness['status'];
  readonly log: LogState['status'];
  readonly relay: string | null;
  /** What the rounds of dates rest on. */
  readonly readModel: Pick<Health, 'state' | 'light' | 'lag' | 'building'>;
  readonly reasons: readonly (LogReason | ReadReason | RelayReason | AuditReason)[];
};

/**
 * Ready: the log can be reached, heads of it can be signed, and the rows that rounds rest on are there. A worker that stands by for another is as ready as the one that works.
 */
export const workerReadiness = ({
  logState,
  relay,
  sealing,
  readModel,
}: Pick<Worker, 'logState' | 'relay' | 'sealing' | 'readModel'>): WorkerReadiness => {
  const log = logState();
  const state = relay();
  const seals = sealing();
  const logReasons: readonly LogReason[] =
    log.status === 'ok' ? [] : [{ part: 'log', code: log.code, message: log.remedy }];
  const health = readModel();
  const { light, lag, building } = health;
  const reasons = [
    ...logReasons,
    ...readModelReasons(health),
    ...relayReasons(state),
    ...(seals === null ? [] : auditReasons(seals)),
  ];
  const isDown = log.status !== 'ok' || light === 'red' || (seals !== null && isUnproven(seals));
  return {
    status: isDown ? 'unavailable' : reasons.length === 0 ? 'ready' : 'degraded',
    log: log.status,
    relay: state?.status ?? null,
    readModel: { state: health.state, light, lag, building },
    reasons,
  };
};
