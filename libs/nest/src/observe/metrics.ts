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
  readonly sseClients: () => number;
  readonly sealedSize: () => number;
  readonly sealLagSeconds: () => number;
};

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

const gauges = (register: Registry, sources: MetricSources): void => {
  const gauge = (name: string, help: string, value: () => number): void => {
    new Gauge({
      name,
      help,
      registers: [register],
      collect() {
        this.set(value());
      },
    });
  };
  gauge(
    'duban_read_model_lag_events',
    'Events of the log that the read model does not show yet',
    sources.readLag,
  );
  gauge('duban_sse_clients', 'Clients that follow /events', sources.sseClients);
  gauge('duban_audit_sealed_events', 'Events that a signed checkpoint covers', sources.sealedSize);
  gauge(
    'duban_audit_seal_lag_seconds',
    'Age of the oldest event without a checkpoint',
    sources.sealLagSeconds,
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
