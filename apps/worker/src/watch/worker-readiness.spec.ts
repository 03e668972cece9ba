import { expect, it } from '@jest/globals';
import type { SealingReport } from '@duban/audit-log';
import { workerReadiness } from './worker-readiness.ts';

const fault = (code: string) => ({ code, message: 'what to do' });
const quiet: SealingReport = {
  ...{ sealedSize: 7, waitingSince: null, fault: null },
  ...{ witnessFault: null, timestampFault: null },
};

const readinessOf = (report: SealingReport | null) => {
  const { status, reasons } = workerReadiness({
    logState: () => ({ status: 'ok' }),
    relay: () => null,
    sealing: () => report,
  });
  return [status, reasons.map(({ code }) => code)];
};

it('a worker is ready while it can sign, or where nobody asked it to', () => {
  expect([readinessOf(quiet), readinessOf(null)]).toEqual([
    ['ready', []],
    ['ready', []],
  ]);
});

it('a worker that must not sign is not, and says why', () => {
  expect(readinessOf({ ...quiet, fault: fault('audit.fork') })).toEqual(['unavailable', ['audit.fork']]);
});

it('a worker whose witness is away only says so', () => {
  const report = { ...quiet, witnessFault: fault('audit.witness-unreachable') };
  expect(readinessOf(report)).toEqual(['degraded', ['audit.witness-unreachable']]);
});
