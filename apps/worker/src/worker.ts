import { CodedError } from '@duban/kernel';
import { readConfig } from '@duban/config';
import { openWorker } from './open-worker.ts';

/** Until the second signal, or until everything behind it is closed. */
const run = async (): Promise<void> => {
  const worker = await openWorker(readConfig(process.env));
  // The timers of the jobs do not keep a process alive by themselves.
  const alive = setInterval(() => undefined, 3_600_000);
  const stop = (): void => {
    clearInterval(alive);
    worker.close().catch((error: unknown) => {
      worker.logger.error({ err: error }, 'stopping failed');
      process.exitCode = 1;
    });
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
};

try {
  await run();
} catch (error) {
  const message = error instanceof CodedError ? error.message : String(error);
  process.stderr.write(`The worker cannot start. ${message}\n`);
  process.exitCode = 1;
}
