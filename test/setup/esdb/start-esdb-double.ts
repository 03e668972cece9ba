import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { DoubleCommand, DoubleOptions, DoubleStats, Fault, FromDouble } from './double-control.ts';

export type { DoubleOptions, DoubleStats, Fault } from './double-control.ts';

export type EsdbDouble = {
  /** Of all members; without TLS and user unless told otherwise. */
  readonly connectionString: (settings?: Readonly<Record<string, string | number>>, user?: string) => string;
  readonly fault: (...faults: readonly Fault[]) => Promise<void>;
  readonly tell: (command: Exclude<DoubleCommand, { do: 'fault' | 'stats' }>) => Promise<void>;
  readonly stats: () => Promise<DoubleStats>;
  /** Ends the process as a power cut would, and starts it again on the same ports; faults are forgotten. */
  readonly restart: () => Promise<void>;
  /** Ends the process; {@link restart} brings it back. */
  readonly kill: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const SCRIPT = fileURLToPath(new URL('./double.child.ts', import.meta.url));

class DoubleProcess {
  ports: readonly number[] = [];
  readonly #options: DoubleOptions;
  readonly #answers = new Map<
    number,
    { done: (stats?: DoubleStats) => void; failed: (error: Error) => void }
  >();
  #child: ChildProcess | null = null;
  #id = 0;

  constructor(options: DoubleOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    const options = { ...this.#options, ports: this.ports };
    const child = fork(SCRIPT, [JSON.stringify(options)], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#child = child;
    const ended = once(child, 'exit').then(() => {
      throw new Error('the double ended before it listened');
    });
    const [first] = (await Promise.race([once(child, 'message'), ended])) as [{ ports: readonly number[] }];
    ended.catch(() => undefined);
    this.ports = first.ports;
    child.on('message', (message: FromDouble) => {
      this.#settle(message);
    });
  }

  ask(command: DoubleCommand): Promise<DoubleStats | undefined> {
    const id = (this.#id += 1);
    return new Promise((done, failed) => {
      this.#answers.set(id, { done, failed });
      this.#child?.send({ id, ...command });
    });
  }

  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  #settle(message: FromDouble): void {
    if (!('id' in message)) return;
    const answer = this.#answers.get(message.id);
    this.#answers.delete(message.id);
    if ('failed' in message) answer?.failed(new Error(message.failed));
    else answer?.done(message.stats);
  }
}

/** Starts a server that speaks the protocol of EventStoreDB, in a process of its own. Stop it with `stop`. */
export const startEsdbDouble = async (options: DoubleOptions = {}): Promise<EsdbDouble> => {
  const double = new DoubleProcess(options);
  await double.start();
  return {
    connectionString: (settings = {}, user = '') => {
      const host = options.secured === undefined ? '127.0.0.1' : 'localhost';
      const hosts = double.ports.map((port) => `${host}:${port}`).join(',');
      const all = Object.entries({ tls: 'false', ...settings });
      const query = all.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
      return `esdb://${user === '' ? '' : `${user}@`}${hosts}?${query}`;
    },
    fault: async (...faults) => {
      for (const fault of faults) await double.ask({ do: 'fault', fault });
    },
    tell: async (command) => {
      await double.ask(command);
    },
    stats: async () => {
      const stats = await double.ask({ do: 'stats' });
      if (stats === undefined) throw new Error('the double told nothing of itself');
      return stats;
    },
    restart: async () => {
      await double.kill();
      await double.start();
    },
    kill: () => double.kill(),
    stop: () => double.kill(),
  };
};
