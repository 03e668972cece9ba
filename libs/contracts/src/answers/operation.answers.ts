import { Type } from '@sinclair/typebox';
import {
  answer,
  enumeration,
  flag,
  instant,
  list,
  listOf,
  orNull,
  position,
  text,
  whole,
  type Answer,
} from './parts.ts';

const runnerStates = enumeration('RunnerState', [
  'starting',
  'building',
  'live',
  'standby',
  'restarting',
  'stopped',
]);
const healthLights = enumeration('HealthLight', ['green', 'yellow', 'red']);

const buildProgress = answer(
  'BuildProgress',
  {
    handled: whole('Events of the log whose rows are there'),
    total: orNull(whole('Null where the store’s positions cannot be counted')),
    percent: orNull(whole('0 to 99')),
    secondsLeft: orNull(whole('An estimate by the speed so far; null until there is one')),
  },
  'How far a build of the read models has come, before which nothing is answered',
);

const health = answer('ReadModelHealth', {
  state: runnerStates,
  light: healthLights,
  generation: orNull(text()),
  position: position(),
  head: position(),
  lag: orNull(whole('Events behind the head; null where the store’s positions cannot be counted')),
  parkedCases: whole(),
  building: orNull(buildProgress),
  code: orNull(text()),
  message: orNull(text()),
});

const parked = answer(
  'ParkedCase',
  {
    projection: text('`*`: all of them'),
    stream: text(),
    revision: whole(),
    position: position(),
    error: text(),
    attempts: whole(),
    waiting: whole('Events of the stream that wait, this one included'),
  },
  'A case’s sequence that waits: a pointer, never the decoded event',
);

export const projections = answer('Projections', { health, parked: list(parked) });
export const retryAsked = answer('RetryAsked', { asked: text('The stream') });

const relayStatuses = enumeration('RelayStatus', [
  'starting',
  'running',
  'standby',
  'paused',
  'retrying',
  'ended',
  'failed',
]);

const relay = answer('Relay', {
  status: relayStatuses,
  epoch: whole(),
  position: position(),
  isCaughtUp: flag('The last look at the log found nothing more'),
  lagMs: whole('Age of the oldest event that is not out; 0 when caught up'),
  passed: whole('Events of the log that lie behind the position now'),
  sent: whole(),
  batches: whole(),
  failures: whole(),
  lastFault: orNull(text()),
  lastFaultCode: orNull(text()),
});

const outlet = answer('Outlet', {
  name: text(),
  isPaused: flag(),
  since: orNull(instant()),
  by: orNull(text()),
  reason: orNull(text()),
  relay: orNull(relay, 'How far the relay of this process is; null: another process sends'),
});

export const outlets = listOf('Outlets', outlet);

export const live = answer('Live', { status: Type.Literal('live') });

const parts = enumeration('HealthPart', ['log', 'read-model', 'audit', 'relay']);

export const readiness = answer('Readiness', {
  status: enumeration('ReadinessStatus', ['ready', 'degraded', 'unavailable']),
  log: enumeration('LogStatus', ['ok', 'unavailable']),
  readModel: answer('ReadModelReadiness', {
    state: runnerStates,
    light: healthLights,
    lag: orNull(whole()),
    parkedCases: whole(),
    building: orNull(buildProgress),
  }),
  sealed: whole('Records that a signed checkpoint covers'),
  reasons: list(answer('HealthReason', { part: parts, code: text(), message: text() })),
});

export type BuildProgress = Answer<typeof buildProgress>;
export type Health = Answer<typeof health>;
export type Parked = Answer<typeof parked>;
export type Projections = Answer<typeof projections>;
export type Outlets = Answer<typeof outlets>;
export type Readiness = Answer<typeof readiness>;
/**
 * `standby`: another process sends. `ended`: stopped, or everything up to `until` is out. `failed`: somebody has to act;
 * nothing was passed over.
 */
export type RelayStatus = Answer<typeof relayStatuses>;
