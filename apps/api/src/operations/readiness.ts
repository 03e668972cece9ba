import type { Readiness } from '@duban/contracts';
import type { LogState } from '@duban/installation';
import { auditReasons, isUnproven, readModelReasons, relayReasons } from '@duban/nest';
import type { Office } from '../composition/office.ts';

const logReasons = (log: LogState): Readiness['reasons'] =>
  log.status === 'ok' ? [] : [{ part: 'log', code: log.code, message: log.remedy }];

/**
 * Ready: commands can be stored and questions answered, which they are not before the read models are whole. One that lags
 * or has parked a case is told, but takes nothing out of service: what is there is right, and commands do not need it.
 */
export const readinessOf = (
  { read, audit, outlets }: Pick<Office, 'read' | 'audit' | 'outlets'>,
  log: LogState,
): Readiness => {
  const health = read.health();
  const seals = audit.reports();
  const { state, light, lag, parkedCases, building } = health;
  const isDown =
    log.status !== 'ok' || light === 'red' || health.generation === null || seals.some(isUnproven);
  const reasons = [
    ...logReasons(log),
    ...readModelReasons(health),
    ...seals.flatMap(auditReasons),
    ...relayReasons(outlets.relay?.() ?? null),
  ];
  return {
    status: isDown ? 'unavailable' : reasons.length === 0 ? 'ready' : 'degraded',
    log: log.status,
    readModel: { state, light, lag, parkedCases, building },
    sealed: audit.report().sealedSize,
    reasons,
  };
};
