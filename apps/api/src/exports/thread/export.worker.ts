import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { CodedError } from '@duban/kernel';
import {
  exportSource,
  ocelJson,
  ocelXml,
  utf8Blocks,
  registerFile,
  xesLog,
  type ExportedRow,
  type PagedLog,
} from '@duban/interchange';
import type {
  Answer,
  ExportTask,
  FromThread,
  LogPage,
  Question,
  RowPage,
  StreamPage,
} from './export-task.ts';
import { giveWay } from './give-way.ts';

/** The thread of one export: folds and writes, while the other thread goes on serving. What it shows, it asks for. */
const task = workerData as ExportTask;
const port = parentPort as MessagePort;

/** Events of one answer: what is copied between threads at once is short work for the one that serves. */
const MOST_EVENTS = 64;

const tell = (message: FromThread): void => {
  port.postMessage(message);
};

const ask = <Told extends Answer>(question: Question): Promise<Told> =>
  new Promise((resolve) => {
    port.once('message', (answer: Answer) => {
      resolve(answer as Told);
    });
    tell(question);
  });

const limited = <Wanted extends { readonly limit: number }>(wanted: Wanted): Wanted => ({
  ...wanted,
  limit: Math.min(wanted.limit, MOST_EVENTS),
});

const logUntil = (end: Awaited<ReturnType<PagedLog['head']>>): PagedLog => ({
  head: async () => end,
  readLog: (wanted) => ask<LogPage>({ of: 'log', ...limited(wanted) }),
  readStream: (stream, wanted) => ask<StreamPage>({ of: 'stream', stream, ...limited(wanted) }),
});

async function* rows(): AsyncGenerator<ExportedRow> {
  for (let page = await ask<RowPage>({ of: 'rows' }); page.length > 0; page = await ask({ of: 'rows' }))
    yield* page;
}

const blocksOf = async (): Promise<AsyncIterable<Uint8Array>> => {
  if (task.kind === 'register') {
    const { format, language, names } = task;
    return registerFile(format, rows(), { language, nameOf: (reference) => names.get(reference) });
  }
  if (task.kind === 'case-package') {
    // Loads far more than the others need.
    const { storedCaseLines } = await import('../stored-case.ts');
    return utf8Blocks(storedCaseLines(task.config, task.stream));
  }
  const source = await exportSource(logUntil(task.end), task.end);
  if (task.kind === 'ocel-json') return utf8Blocks(ocelJson(source, task.values));
  return utf8Blocks(task.kind === 'ocel-xml' ? ocelXml(source) : xesLog(source, task));
};

try {
  giveWay();
  for await (const block of await blocksOf()) await ask({ of: 'room', block });
  tell({ of: 'end' });
} catch (error) {
  const code = error instanceof CodedError ? error.code : null;
  tell({ of: 'failure', code, message: error instanceof Error ? error.message : String(error) });
} finally {
  port.close();
}
