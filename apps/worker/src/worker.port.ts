import type { Jobs } from '@duban/application';
import type { SealingReport } from '@duban/audit-log';
import type { Config } from '@duban/config';
import type { LogState } from '@duban/installation';
import type { RelayState } from '@duban/messaging';
import type { Health } from '@duban/read-store';
import type { Identity, Logger, Metrics } from '@duban/nest';

/** The background jobs of a cluster, running. */
export type Worker = {
  readonly config: Config;
  readonly identity: Identity;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Not started yet: first somebody can watch them. */
  readonly jobs: Jobs;
  readonly logState: () => LogState;
  readonly readModel: () => Health;
  /** Null: nothing goes out, because no brokers are named. */
  readonly relay: () => RelayState | null;
  /** Null: a process alone does all the work. */
  readonly sealing: () => SealingReport | null;
  readonly close: () => Promise<void>;
};

export const WORKER = Symbol('worker');
