import { readConfig } from '@duban/config';
import { runProcess, type Running } from '@duban/nest';
import { openWorker } from './open-worker.ts';
import { serveWatch } from './watch/serve-watch.ts';

const start = async (signal: AbortSignal): Promise<Running> => {
  const worker = await openWorker(readConfig(process.env), {}, signal);
  try {
    const watch = await serveWatch(worker);
    void worker.jobs.start();
    return {
      stop: async () => {
        await Promise.all([watch.close(), worker.close()]);
      },
    };
  } catch (error) {
    await worker.close();
    throw error;
  }
};

/** Until `ending` is aborted, or the start fails. */
export const run = (ending: AbortSignal): Promise<void> => runProcess({ name: 'The worker', start, ending });
