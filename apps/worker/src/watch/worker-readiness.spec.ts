import { expect, it } from '@jest/globals';
import type { SealingReport } from '@duban/audit-log';
import type { Health } from '@duban/read-store';
import { workerReadiness } from './worker-readiness.ts';

const fault = (code: string) => ({ code, message: 'what to do' });
const quiet: SealingReport = {
  ...{ sealedSize: 7, waitingSince: null, fault: null },
  ...{ witnessFault: null, timestampFault: null },
};

const whole = {
  ...{ state: 'live', light: 'green', generation: 'g-1', position: '', head: '', lag: 0, parkedCases: 0 },
  ...{ building: null, code: null, message: null },
} as Health;
const building = { handled: 5, total: 50, percent: 10, secondsLeft: 9 };

const readinessOf = (report: SealingReport | null, health: Partial<Health> = {}) => {
  const { status, reasons } = workerReadiness({
    logState: () => ({ status: 'ok' }),
    relay: () => null,
    sealing: () => report,
    readModel: () => ({ ...whole, ...health }),
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

it('a worker whose rows are still being built is not ready, and says how far they are', () => {
  const health = { state: 'building', light: 'red', lag: 45, building } as const;
  expect(readinessOf(quiet, health)).toEqual(['unavailable', ['read-model.building']]);
});

it('a worker whose read models have lost their thread says so', () => {
  const health = {
    state: 'restarting',
    light: 'yellow',
    code: 'runner.silent',
    message: 'it is replaced',
  } as const;
  expect(readinessOf(quiet, health)).toEqual(['degraded', ['runner.silent']]);
});
