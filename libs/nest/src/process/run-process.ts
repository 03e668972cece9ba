import { startFaultOf } from './start-fault.ts';

/** What has started: `stop` takes it down in order, what is under way first. */
export type Running = { readonly stop: () => Promise<void> };

export type ProcessParts = {
  /** As in "Duban cannot start." */
  readonly name: string;
  /** Closes whatever it has opened where it throws, or is aborted. */
  readonly start: (signal: AbortSignal) => Promise<Running>;
  /** Aborted when the process is to end. Whoever listens for SIGTERM did so before anything was loaded, and goes on. */
  readonly ending: AbortSignal;
};

/** Docker and systemd wait ten seconds and more before they kill; whoever stands in front waits five. */
const LONGEST_STOP_MS = 4_300;
/** A start that failed has closed everything; what it forgot does not keep the process. */
const LONGEST_END_MS = 2_000;

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** Not before its time, and never a reason to stay. */
const endAfter = (ms: number, before?: () => void): void => {
  setTimeout(() => {
    before?.();
    process.exit();
  }, ms).unref();
};

class Supervised {
  readonly #name: string;
  readonly #ending: AbortSignal;
  #running: Running | null = null;

  constructor({ name, ending }: ProcessParts) {
    this.#name = name;
    this.#ending = ending;
  }

  async run(start: ProcessParts['start']): Promise<void> {
    try {
      this.#running = await start(this.#ending);
      // The signal may have come in the last step of the start.
      if (this.#isEnding()) await this.#stop();
    } catch (error) {
      if (!this.#isEnding()) this.#failed(error);
    } finally {
      if (this.#isEnding()) endAfter(LONGEST_END_MS);
    }
  }

  readonly onEnding = (): void => {
    process.exitCode = 0;
    endAfter(LONGEST_STOP_MS, () => {
      say(`${this.#name} ends without waiting for what is under way; nothing that was acknowledged is lost.`);
    });
    void this.#stop();
  };

  readonly onUncaught = (error: unknown): void => {
    if (this.#isEnding()) return;
    if (this.#running === null) {
      this.#failed(error);
      return;
    }
    say(`${this.#name} ends: ${startFaultOf(error).text}`);
    process.exit(1);
  };

  #isEnding(): boolean {
    return this.#ending.aborted;
  }

  #failed(error: unknown): void {
    const { text, exitCode } = startFaultOf(error);
    say(`${this.#name} cannot start. ${text}`);
    process.exitCode = exitCode;
    endAfter(LONGEST_END_MS);
  }

  async #stop(): Promise<void> {
    try {
      await this.#running?.stop();
    } catch (error) {
      say(`${this.#name} did not stop in order. ${startFaultOf(error).text}`);
      process.exitCode = 1;
    }
  }
}

/**
 * A server from its start to its end, which may come at any moment, while it starts as well: within five seconds
 * and with 0, since whatever was acknowledged is on the disk and the rest is told to be sent again. A start that
 * fails says why and what to do, and ends with the code of the fault.
 */
export const runProcess = async (parts: ProcessParts): Promise<void> => {
  const supervised = new Supervised(parts);
  parts.ending.addEventListener('abort', supervised.onEnding);
  process.on('uncaughtException', supervised.onUncaught);
  process.on('unhandledRejection', supervised.onUncaught);
  await supervised.run(parts.start);
};
