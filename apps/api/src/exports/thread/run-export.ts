import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { CodedError } from '@duban/kernel';
import type { ExportedRow, PagedLog } from '@duban/interchange';
import type { Answer, ExportTask, FromThread, Question } from './export-task.ts';
import { exportTurn } from './export-turn.ts';

/** Where an export has its facts from: the log as the asker may see it, or rows of a register. */
export type ExportFacts = {
  readonly log?: Pick<PagedLog, 'readLog' | 'readStream'>;
  /** By pages; an empty one is the end. */
  readonly rows?: AsyncIterator<readonly ExportedRow[]>;
};

const isSource = extname(import.meta.url) === '.ts';
const workerFile = new URL(isSource ? './export.worker.ts' : './export.worker.js', import.meta.url);

/** A thread that wants more is a fault of ours and must not take the server with it. */
const MOST_MEMORY_MB = 1_024;

const newThread = (task: ExportTask): Worker =>
  new Worker(workerFile, {
    workerData: task,
    execArgv: isSource ? ['--conditions=source', '--disable-warning=ExperimentalWarning'] : [],
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });

const failure = (code: string | null, message: string): Error =>
  code === null ? new Error(`the export ended early: ${message}`) : new CodedError(code, message);

/** The next thing that a thread says; its death says something, too. */
const nextOf = async (thread: Worker): Promise<FromThread> => {
  const heard = new AbortController();
  const { signal } = heard;
  const gone = once(thread, 'exit', { signal }).then(() => {
    throw failure(null, 'its thread is gone');
  });
  try {
    const [message] = (await Promise.race([once(thread, 'message', { signal }), gone])) as [FromThread];
    return message;
  } finally {
    heard.abort();
    gone.catch(() => undefined);
  }
};

const answerTo = async (question: Question, { log, rows }: ExportFacts): Promise<Answer> => {
  if (question.of === 'log' && log !== undefined) return log.readLog(question);
  if (question.of === 'stream' && log !== undefined) return log.readStream(question.stream, question);
  const page = question.of === 'rows' ? await rows?.next() : undefined;
  return page === undefined || page.done === true ? [] : page.value;
};

async function* blocksFrom(thread: Worker, facts: ExportFacts): AsyncGenerator<Uint8Array, void> {
  for (;;) {
    const said = await nextOf(thread);
    if (said.of === 'end') return;
    if (said.of === 'failure') throw failure(said.code, said.message);
    if (said.of === 'room') yield said.block;
    thread.postMessage(said.of === 'room' ? null : await answerTo(said, facts));
  }
}

/**
 * The file of an export, block by block, made in a thread of its own: whoever asks meanwhile does not wait for it. Left early, the
 * thread ends. A few run at a time, the others after them.
 * @throws CodedError of the export, or Error when its thread died
 */
export async function* runExport(task: ExportTask, facts: ExportFacts): AsyncGenerator<Uint8Array, void> {
  const leave = await exportTurn();
  const thread = newThread(task);
  // Told by `nextOf`, too; without a listener it would end the process.
  thread.on('error', () => undefined);
  try {
    yield* blocksFrom(thread, facts);
  } finally {
    await thread.terminate();
    leave();
  }
}
