import type { RelayState } from '@duban/messaging';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What can be measured from outside: no names, ids or texts, only kinds, outcomes and times. */
export type Metrics = {
  readonly command: (command: string, outcome: string, seconds: number) => void;
  readonly request: (route: string, status: number, seconds: number) => void;
  readonly job: (name: string, ok: boolean, seconds: number) => void;
  readonly sseDropped: () => void;
  readonly text: () => Promise<string>;
  readonly contentType: string;
};

/** What is asked for at the moment of a scrape. */
export type MetricSources = {
  readonly readLag: () => number;
  /** Absent in a process that seals nothing. */
  readonly seals?: { readonly size: () => number; readonly lagSeconds: () => number };
  /** Absent in a process that nobody can follow. */
  readonly sseClients?: () => number;
  /** Absent where nothing goes out from this process. */
  readonly relay?: () => RelayState;
};

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

type AddGauge = (name: string, help: string, value: () => number) => void;

const gaugesOf =
  (register: Registry): AddGauge =>
  (name, help, value) => {
    new Gauge({
      name,
      help,
      registers: [register],
      collect() {
        this.set(value());
      },
    });
  };

const relayGauges = (register: Registry, relay: () => RelayState): void => {
  const gauge = gaugesOf(register);
  gauge(
    'duban_relay_lag_seconds',
    'Age of the oldest event that Kafka has not taken',
    () => relay().lagMs / 1_000,
  );
  gauge('duban_relay_sent_events', 'Events that Kafka took from this process', () => relay().sent);
  gauge('duban_relay_failures', 'Sends that failed and were done again', () => relay().failures);
  new Gauge({
    name: 'duban_relay_status',
    help: '1 for what the relay is doing now',
    labelNames: ['status'],
    registers: [register],
    collect() {
      this.reset();
      this.set({ status: relay().status }, 1);
    },
  });
};

const gauges = (register: Registry, sources: MetricSources): void => {
  const gauge = gaugesOf(register);
  gauge(
    'duban_read_model_lag_events',
    'Events of the log that the read model does not show yet',
    sources.readLag,
  );
  if (sources.sseClients !== undefined)
    gauge('duban_sse_clients', 'Clients that follow /events', sources.sseClients);
  if (sources.relay !== undefined) relayGauges(register, sources.relay);
  if (sources.seals === undefined) return;
  gauge('duban_audit_sealed_events', 'Events that a signed checkpoint covers', sources.seals.size);
  gauge(
    'duban_audit_seal_lag_seconds',
    'Age of the oldest event without a checkpoint',
    sources.seals.lagSeconds,
  );
};

const timed = <Label extends string>(register: Registry, name: string, help: string, labelNames: Label[]) =>
  new Histogram({ name, help, labelNames, buckets: SECONDS, registers: [register] });

export const createMetrics = (sources: MetricSources): Metrics => {
  const register = new Registry();
  collectDefaultMetrics({ register, prefix: 'duban_' });
  gauges(register, sources);
  const commands = timed(register, 'duban_command_seconds', 'Commands, by what became of them', [
    'command',
    'outcome',
  ]);
  const requests = timed(register, 'duban_http_request_seconds', 'Requests, by route and status', [
    'route',
    'status',
  ]);
  const jobs = timed(register, 'duban_job_seconds', 'Runs of background jobs', ['job', 'ok']);
  const dropped = new Counter({
    name: 'duban_sse_dropped_total',
    help: 'Clients that were dropped because they did not read',
    registers: [register],
  });
  return {
    command: (command, outcome, seconds) => {
      commands.observe({ command, outcome }, seconds);
    },
    request: (route, status, seconds) => {
      requests.observe({ route, status: String(status) }, seconds);
    },
    job: (job, ok, seconds) => {
      jobs.observe({ job, ok: String(ok) }, seconds);
    },
    sseDropped: () => {
      dropped.inc();
    },
    text: () => register.metrics(),
    contentType: register.contentType,
  };
};
