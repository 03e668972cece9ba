import type { LogState } from '@duban/installation';
import { auditReasons, isUnproven, relayReasons, type AuditReason, type RelayReason } from '@duban/nest';
import type { Worker } from '../worker.port.ts';

type LogReason = { readonly part: 'log'; readonly code: string; readonly message: string };

export type WorkerReadiness = {
  readonly status: 'ready' | 'degraded' | 'unavailable';
  readonly log: LogState['status'];
  readonly relay: string | null;
  readonly reasons: readonly (LogReason | RelayReason | AuditReason)[];
};

/** Ready: the log can be reached and heads of it can be signed. A worker that stands by for another is as ready as the one that works. */
export const workerReadiness = ({
  logState,
  relay,
  sealing,
}: Pick<Worker, 'logState' | 'relay' | 'sealing'>): WorkerReadiness => {
  const log = logState();
  const state = relay();
  const seals = sealing();
  const logReasons: readonly LogReason[] =
    log.status === 'ok' ? [] : [{ part: 'log', code: log.code, message: log.remedy }];
  const reasons = [...logReasons, ...relayReasons(state), ...(seals === null ? [] : auditReasons(seals))];
  const isDown = log.status !== 'ok' || (seals !== null && isUnproven(seals));
  return {
    status: isDown ? 'unavailable' : reasons.length === 0 ? 'ready' : 'degraded',
    log: log.status,
    relay: state?.status ?? null,
    reasons,
  };
};
