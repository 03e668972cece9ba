import type { Writable } from 'node:stream';

const GONE = ['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED'];

type StandardStreams = { readonly stdout: Writable; readonly stderr: Writable };

export type WatchedStreams = {
  /** What was said could not be written, and not because nobody listens any more. */
  readonly hasFailed: () => boolean;
};

/**
 * A reader who has had enough (`head`) is no fault: the command goes on to its end and keeps its exit code, because it may be
 * writing to the log. A full disk behind `>` is one.
 */
export const watchStreams = (
  { stdout, stderr }: StandardStreams,
  onFailure: () => void = () => undefined,
): WatchedStreams => {
  let hasFailed = false;
  // Without a listener a closed pipe ends the process with a trace.
  stderr.on('error', () => undefined);
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (hasFailed || GONE.includes(error.code ?? '')) return;
    hasFailed = true;
    stderr.write(`duban: ${error.message}\n`);
    onFailure();
  });
  return { hasFailed: () => hasFailed };
};
