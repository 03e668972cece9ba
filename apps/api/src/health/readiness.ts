import type { LogState } from '@duban/installation';
import { auditReasons, isUnproven, relayReasons, type AuditReason, type RelayReason } from '@duban/nest';
import type { Office } from '../office/office.ts';
import type { Health } from '@duban/read-store';

export type Reason =
  | { readonly part: 'log' | 'read-model'; readonly code: string; readonly message: string }
  | AuditReason
  | RelayReason;

export type Readiness = {
  readonly status: 'ready' | 'degraded' | 'unavailable';
  readonly log: LogState['status'];
  readonly readModel: Pick<Health, 'state' | 'light' | 'lag' | 'parkedCases'>;
  /** Records that a signed checkpoint covers. */
  readonly sealed: number;
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
export const readinessOf = (
  { read, audit, outlets }: Pick<Office, 'read' | 'audit' | 'outlets'>,
  log: LogState,
): Readiness => {
  const health = read.health();
  const seals = audit.reports();
  const { state, light, lag, parkedCases } = health;
  const isDown =
    log.status !== 'ok' || light === 'red' || health.generation === null || seals.some(isUnproven);
  const reasons = [
    ...logReasons(log),
    ...readReasons(health),
    ...seals.flatMap(auditReasons),
    ...relayReasons(outlets.relay?.() ?? null),
  ];
  return {
    status: isDown ? 'unavailable' : reasons.length === 0 ? 'ready' : 'degraded',
    log: log.status,
    readModel: { state, light, lag, parkedCases },
    sealed: audit.report().sealedSize,
    reasons,
  };
};
