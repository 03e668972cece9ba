import { fstatSync } from 'node:fs';
import type { Writable } from 'node:stream';
import { CodedError } from '@duban/kernel';

export type LineOutput = {
  /**
   * Resolves when the line has left this process, so a full pipe holds up whoever writes.
   * @throws CodedError `internal` when it cannot be written; then `isGone` or `isStuck` says why
   */
  readonly write: (text: string) => Promise<void>;
  /** The reader has closed its end, as `head` does. */
  readonly isGone: () => boolean;
  /** Given up on a line that nobody took. */
  readonly isStuck: () => boolean;
  /** Gives the reader this long to take the line that waits. */
  readonly giveUpIn: (ms: number) => void;
};

const isClosed = (error: NodeJS.ErrnoException): boolean =>
  ['EPIPE', 'ECONNRESET', 'ERR_STREAM_DESTROYED'].includes(error.code ?? '');

export const openLineOutput = (stream: Writable): LineOutput => {
  let isGone = false;
  let isStuck = false;
  let giveUp: (error: Error) => void = () => undefined;
  // The callback of the write says it too; without a listener it would end the process with a trace.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (isClosed(error)) isGone = true;
  });
  const write = (text: string): Promise<void> =>
    new Promise<void>((resolve, reject) => {
      giveUp = reject;
      stream.write(text, (error) => {
        giveUp = () => undefined;
        if (error === null || error === undefined) {
          resolve();
          return;
        }
        isGone ||= isClosed(error);
        reject(error);
      });
    });
  return {
    write,
    isGone: () => isGone,
    isStuck: () => isStuck,
    giveUpIn: (ms) => {
      setTimeout(() => {
        isStuck = stream.writableLength > 0;
        giveUp(new CodedError('internal', 'the output takes no more'));
      }, ms).unref();
    },
  };
};

/** What the standard output is: an empty file begins a table, a file with something in it goes on with one. */
export const outputKind = (): 'fresh-file' | 'grown-file' | 'other' => {
  const stat = fstatSync(1);
  if (!stat.isFile()) return 'other';
  return stat.size === 0 ? 'fresh-file' : 'grown-file';
};
