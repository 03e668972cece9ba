import { parentPort, workerData } from 'node:worker_threads';
import { CodedError } from '@duban/kernel';
import type { EventReader } from '@duban/event-store';
import { allProjections } from '@duban/projections';
import { runLoop } from './run-loop.ts';
import type { FromWorker, ToWorker, WorkerStart } from './worker-protocol.ts';

/** The thread of the runner: opens a reader of its own and runs until it is told to stop. */
const start = workerData as WorkerStart;
const ending = new AbortController();

const send = (message: FromWorker): void => parentPort?.postMessage(message);

const openReader = async (): Promise<EventReader> => {
  const { module, name, options } = start.reader;
  const exported = (await import(module)) as Record<
    string,
    (options: unknown) => Promise<EventReader> | EventReader
  >;
  const open = exported[name];
  if (open === undefined) throw new CodedError('runner.no-reader', `${module} exports no ${name}`);
  return open(options);
};

/** What the other thread hears of appends wakes the loop as well: sooner than this reader notices by itself. */
const wakes = new Set<() => void>();

const alsoWokenByParent = (reader: EventReader): EventReader => ({
  ...reader,
  onAppended: (wake) => {
    const stop = reader.onAppended(wake);
    wakes.add(wake);
    return () => {
      stop();
      wakes.delete(wake);
    };
  },
});

parentPort?.on('message', ({ kind }: ToWorker) => {
  if (kind === 'stop') ending.abort();
  else for (const wake of wakes) wake();
});

const fail = (error: unknown): void => {
  const code = error instanceof CodedError ? error.code : null;
  send({ kind: 'failed', code, message: error instanceof Error ? error.message : String(error) });
};

const closed = async (reader: EventReader): Promise<void> => {
  if ('close' in reader && typeof reader.close === 'function') await (reader.close as () => Promise<void>)();
};

const run = async (): Promise<void> => {
  const reader = await openReader();
  try {
    await runLoop({
      dir: start.dir,
      reader: alsoWokenByParent(reader),
      projections: allProjections,
      owner: start.owner,
      signal: ending.signal,
      ...(start.pollMs === undefined ? {} : { pollMs: start.pollMs }),
      onReport: (report) => {
        send({ kind: 'report', report });
      },
      onDiscarded: (discarded) => {
        send({ kind: 'discarded', discarded });
      },
    });
  } finally {
    // Whatever ended the loop: a reader that stays open keeps the thread, and nobody would start another one.
    await closed(reader);
  }
};

try {
  await run();
} catch (error) {
  fail(error);
} finally {
  parentPort?.close();
}
