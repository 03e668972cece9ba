import { CodedError } from '@duban/kernel';
import { readConfig } from '@duban/config';
import { openWorker } from './open-worker.ts';
import { serveWatch } from './watch/serve-watch.ts';

const run = async (): Promise<void> => {
  const worker = await openWorker(readConfig(process.env));
  const watch = await serveWatch(worker).catch(async (error: unknown) => {
    await worker.close();
    throw error;
  });
  const stop = (): void => {
    Promise.all([watch.close(), worker.close()]).catch((error: unknown) => {
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
