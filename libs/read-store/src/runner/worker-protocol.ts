import type { Discarded } from '../control/control-file.ts';
import type { RunnerReport } from './run-loop.ts';

/**
 * How a worker thread gets at the log: a module it imports, the function there that opens an event reader (or a whole store),
 * and that function's one argument, plain data.
 */
export type ReaderSource = { readonly module: string; readonly name: string; readonly options: object };

export type WorkerStart = {
  readonly dir: string;
  readonly owner: string;
  readonly reader: ReaderSource;
  readonly pollMs?: number;
};

export type ToWorker = { readonly kind: 'stop' | 'wake' };

export type FromWorker =
  | { readonly kind: 'report'; readonly report: RunnerReport }
  | { readonly kind: 'discarded'; readonly discarded: Discarded }
  | { readonly kind: 'failed'; readonly code: string | null; readonly message: string };
